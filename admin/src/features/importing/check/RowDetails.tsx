import { Flex, Typography } from '@strapi/design-system';
import type { ImportRow } from '../../../../../contract/importing';
import { useTranslate } from '../../../kernel/translate';

/** Where a row stands, and how whoever is in it is reached. */
export const RowDetails = ({ row: { line, person } }: { row: ImportRow }) => {
  const translate = useTranslate();
  const { email = null, company = null, phone = null, directLine = null, mobile = null } = person ?? {};
  const ways = [email, company, phone, directLine, mobile].filter((one) => one !== null && one !== '');
  return (
    <Flex direction="column" alignItems="stretch">
      <Typography variant="pi" textColor="neutral600">
        {translate('imports.line', { line })}
      </Typography>
      {ways.map((way, index) => (
        <Typography key={index} variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {way}
        </Typography>
      ))}
    </Flex>
  );
};
