import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type { Permission } from '../../../../../contract/routes';
import { useTranslate } from '../../../kernel/translate';
import { SwitchField } from '../../../kernel/ui/choices';
import { HintedCheckbox } from '../../../kernel/ui/fields';
import { Notice } from '../../../kernel/ui/Notice';
import { Section } from '../../../kernel/ui/Section';
import { GrantsSection } from '../../contact-access';
import { StepButtons } from '../StepButtons';
import type { GuestsDraft } from './guestsDraft';

interface AccessStepProps {
  counts: { guests: number; guestsWithoutAddress: number };
  draft: GuestsDraft;
  may: (permission: Permission) => boolean;
  onBack: () => void;
  onDone: (draft: GuestsDraft) => void;
}

/** What those who are marked as guests get, and whether they are invited. */
export const AccessStep = ({ counts, draft: before, may, onBack, onDone }: AccessStepProps) => {
  const translate = useTranslate();
  const [draft, setDraft] = React.useState(before);
  const mayGrant = may('access.manage');
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Section title={translate('imports.access')} hint={translate('imports.access.hint', { count: counts.guests })}>
        {counts.guestsWithoutAddress > 0 && (
          <Notice tone="warning" role="note">
            {translate('imports.access.withoutAddress', { count: counts.guestsWithoutAddress })}
          </Notice>
        )}
        <HintedCheckbox
          name="invite"
          label={translate('guests.invite')}
          hint={translate('imports.access.inviteHint')}
          checked={draft.invite}
          onChange={(invite) => setDraft({ ...draft, invite })}
        />
      </Section>
      <Section title={translate('imports.access.grants')} hint={translate('imports.access.grantsHint')}>
        {!mayGrant && <Typography textColor="neutral600">{translate('imports.access.notYours')}</Typography>}
        {mayGrant && may('access.read') && <GrantsSection draft={draft} onChange={setDraft} disabled={false} />}
        {mayGrant && (
          <>
            <SwitchField
              label={translate('access.reach.companyContacts')}
              hint={translate('access.reach.companyContacts.hint')}
              checked={draft.companyContacts}
              onChange={(companyContacts) => setDraft({ ...draft, companyContacts })}
            />
            <SwitchField
              label={translate('access.reach.companyRecords')}
              hint={translate('access.reach.companyRecords.hint')}
              checked={draft.companyRecords}
              onChange={(companyRecords) => setDraft({ ...draft, companyRecords })}
            />
          </>
        )}
      </Section>
      <StepButtons back={{ run: onBack }} next={{ label: translate('imports.next'), run: () => onDone(draft) }} />
    </Flex>
  );
};
