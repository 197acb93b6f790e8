import { Box, Flex, Typography } from '@strapi/design-system';
import type { Contact } from '../../../../contract/contacts';
import { Address, Phone, Whole } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';

interface CellProps {
  contact: Contact;
}

/** Last name and first name. */
export const NameCell = ({ contact: { lastName, firstName } }: CellProps) => (
  <Box minWidth="9rem">
    <Whole fontWeight="bold" textColor="neutral800">
      {lastName}
    </Whole>
    <Whole textColor="neutral800">{firstName}</Whole>
  </Box>
);

/** Company and e-mail address. */
export const ReachCell = ({ contact: { company, email } }: CellProps) => (
  <Box minWidth="12rem">
    <Whole textColor="neutral800">{company?.name ?? '—'}</Whole>
    <Whole textColor="neutral600">{email === null ? '—' : <Address email={email} />}</Whole>
  </Box>
);

const numberFields = ['phone', 'directLine', 'mobile'] as const;

/** The numbers that there are, each on a line with what it is. */
export const NumbersCell = ({ contact }: CellProps) => {
  const translate = useTranslate();
  const there = numberFields.filter((field) => contact[field] !== null);
  if (there.length === 0) return <Typography textColor="neutral800">—</Typography>;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {there.map((field) => (
        <Flex key={field} gap={2} alignItems="baseline">
          <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
            {translate(`contacts.short.${field}`)}
          </Typography>
          <Phone typed={contact[field] ?? ''} number={contact.numbers[field]} />
        </Flex>
      ))}
    </Flex>
  );
};
