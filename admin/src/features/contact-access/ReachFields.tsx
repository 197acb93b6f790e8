import { Flex, Typography } from '@strapi/design-system';
import type { ContactAccess } from '../../../../contract/contact-access';
import { useTranslate } from '../../kernel/translate';
import { SwitchField } from '../../kernel/ui/choices';
import { Disclosure } from '../../kernel/ui/Disclosure';
import { useDisabled } from '../../kernel/ui/fields';
import type { ReachDraft } from '../../kernel/grants';
import { PairedContacts } from './PairedContacts';

interface ReachFieldsProps<Draft extends ReachDraft> {
  /** The contact whose access it is, which stays paired; null for the form of a guest. */
  contact: ContactAccess['contact'] | null;
  draft: Draft;
  maySearch: boolean;
  disabled: boolean;
  onChange: (draft: Draft) => void;
}

/** "Contacts et entreprise": whose rows they see and whom they see (D4–D6); closed until somebody opens it. */
export const ReachFields = <Draft extends ReachDraft>({
  contact,
  draft,
  maySearch,
  disabled: own,
  onChange,
}: ReachFieldsProps<Draft>) => {
  const translate = useTranslate();
  const disabled = useDisabled(own);
  const facts = [
    translate('access.reach.count', { count: draft.otherContacts.length + (contact === null ? 0 : 1) }),
    ...(draft.companyContacts ? [translate('access.reach.companyContacts')] : []),
    ...(draft.companyRecords ? [translate('access.reach.companyRecords')] : []),
  ];
  return (
    <Disclosure
      summary={
        <>
          <Typography tag="h3" variant="delta" textColor="neutral800" style={{ display: 'inline' }}>
            {translate('access.reach')}
          </Typography>
          <Typography variant="pi" textColor="neutral600">{` — ${facts.join(' · ')}`}</Typography>
        </>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <PairedContacts
          own={contact}
          others={draft.otherContacts}
          maySearch={maySearch}
          disabled={disabled}
          onChange={(otherContacts) => onChange({ ...draft, otherContacts })}
        />
        <SwitchField
          label={translate('access.reach.companyContacts')}
          hint={translate('access.reach.companyContacts.hint')}
          checked={draft.companyContacts}
          disabled={disabled}
          onChange={(companyContacts) => onChange({ ...draft, companyContacts })}
        />
        <SwitchField
          label={translate('access.reach.companyRecords')}
          hint={translate('access.reach.companyRecords.hint')}
          checked={draft.companyRecords}
          disabled={disabled}
          onChange={(companyRecords) => onChange({ ...draft, companyRecords })}
        />
      </Flex>
    </Disclosure>
  );
};
