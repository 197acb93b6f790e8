import { Flex, Grid } from '@strapi/design-system';
import type { ContactAccess } from '../../../../contract/contact-access';
import type { Permission } from '../../../../contract/routes';
import { useTranslate } from '../../kernel/translate';
import { Cell, TextField } from '../../kernel/ui/fields';
import { WhatIf } from '../insight';
import type { Choices } from './choices';
import { grantsOf } from '../../kernel/grants';
import { draftOf, reachOf, sameRows, type AccessDraft } from './draft';
import { GrantsFields } from './GrantsFields';
import { InsightTools } from './InsightTools';
import { KeyField } from './KeyField';
import { nameWithCompany } from './personName';
import { ReachFields } from './ReachFields';
import type { AccessDialogModel } from './useAccessDialog';

interface AccessFormProps {
  access: ContactAccess;
  choices: Choices;
  draft: AccessDraft;
  model: AccessDialogModel;
  may: (permission: Permission) => boolean;
}

/** The fields of the dialog: Nom, Entreprise, the dual lists, Contacts et entreprise, Clé d'accès; and what it would change. */
export const AccessForm = ({ access, choices, draft, model, may }: AccessFormProps) => {
  const translate = useTranslate();
  const disabled = !may('access.manage') || model.task !== null;
  const { companyRecords, pairedContactIds } = reachOf(draft, access.contact.documentId);
  const asked = sameRows(draft, draftOf(access)) ? null : { ...grantsOf(draft), companyRecords, pairedContactIds };
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Grid.Root gap={4}>
        <Cell>
          <TextField
            readOnly
            name="name"
            label={translate('contacts.lastName')}
            value={nameWithCompany(access.contact)}
          />
        </Cell>
        <Cell>
          <TextField
            readOnly
            name="company"
            label={translate('contacts.company')}
            value={access.contact.companyName ?? '—'}
          />
        </Cell>
      </Grid.Root>
      <GrantsFields choices={choices} draft={draft} onChange={model.change} disabled={disabled} />
      <ReachFields
        contact={access.contact}
        draft={draft}
        maySearch={may('contacts.read')}
        disabled={disabled}
        onChange={model.change}
      />
      <WhatIf
        contactId={access.contact.documentId}
        asked={asked}
        nameOf={(uid) => choices.contentTypes.find(({ id }) => id === uid)?.label}
      />
      <KeyField access={access} draft={draft} model={model} may={may} />
      <InsightTools access={access} choices={choices} may={may} />
    </Flex>
  );
};
