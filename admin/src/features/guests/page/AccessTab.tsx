import { Box, Flex, Typography } from '@strapi/design-system';
import type { AdminGuest } from '../../../../../contract/guests';
import { useTranslate } from '../../../kernel/translate';
import { LoadedView } from '../../../kernel/ui/LoadedView';
import { useChoices, type Choices } from '../../contact-access';

type Held = Pick<AdminGuest, 'resources' | 'accessTypes' | 'pairedContacts' | 'companyContacts' | 'companyRecords'>;

interface ListProps {
  title: string;
  names: readonly string[];
  /** How many more there are that the reader may not read by name. */
  hidden?: number;
}

const Names = ({ title, names, hidden = 0 }: ListProps) => {
  const translate = useTranslate();
  return (
    <Box tag="section">
      <Typography tag="h3" variant="delta">
        {title}
      </Typography>
      <Box tag="ul" paddingTop={1}>
        {names.map((name) => (
          <Typography key={name} tag="li" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
        ))}
        {hidden > 0 && (
          <Typography tag="li" textColor="neutral600">
            {translate('access.hiddenHeld', { count: hidden })}
          </Typography>
        )}
        {names.length === 0 && hidden === 0 && (
          <Typography tag="li" textColor="neutral600">
            {translate('guests.page.nothing')}
          </Typography>
        )}
      </Box>
    </Box>
  );
};

const Shown = ({ guest, choices }: { guest: Held; choices: Choices }) => {
  const translate = useTranslate();
  const labelsOf = (ids: readonly string[], options: Choices['accessTypes']) => {
    const known = new Map(options.map(({ id, label }) => [id, label]));
    return ids.flatMap((id) => known.get(id) ?? []);
  };
  const reach = [
    ...(guest.companyContacts ? [translate('access.reach.companyContacts')] : []),
    ...(guest.companyRecords ? [translate('access.reach.companyRecords')] : []),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Names title={translate('access.accessTypes')} names={labelsOf(guest.accessTypes ?? [], choices.accessTypes)} />
      {choices.resourceTypes.map(({ contentType, title, options }) => {
        const ids = guest.resources?.find((one) => one.contentType === contentType)?.documentIds ?? [];
        const names = labelsOf(ids, options);
        return <Names key={contentType} title={title} names={names} hidden={ids.length - names.length} />;
      })}
      <Names
        title={translate('access.reach')}
        names={[...(guest.pairedContacts ?? []).map(({ name }) => name), ...reach]}
      />
    </Flex>
  );
};

/** What they hold, by name. */
export const AccessTab = ({ guest }: { guest: Held }) => (
  <LoadedView loaded={useChoices()}>{(choices) => <Shown guest={guest} choices={choices} />}</LoadedView>
);
