import { Field, Flex, Grid } from '@strapi/design-system';
import type { ContactAccess } from '../../../../contract/access';
import type { Permission } from '../../../../contract/endpoint';
import { useTranslate } from '../../kernel/translate';
import type { Choices } from './choices';
import type { AccessDraft } from './draft';
import { GrantsFields } from './GrantsFields';
import { KeyField } from './KeyField';
import type { AccessDialogModel } from './useAccessDialog';

interface AccessFormProps {
  access: ContactAccess;
  choices: Choices;
  draft: AccessDraft;
  model: AccessDialogModel;
  may: (permission: Permission) => boolean;
}

/** "NOA Arthur (Maison Premium)": the name as the tables have it, the company in brackets. */
export const nameWithCompany = ({ lastName, firstName, companyName }: ContactAccess['contact']): string =>
  [lastName, firstName, companyName === null ? null : `(${companyName})`].filter(Boolean).join(' ');

/** The fields of the dialog: Nom, Entreprise, the dual lists, Clé d'accès. */
export const AccessForm = ({ access, choices, draft, model, may }: AccessFormProps) => {
  const translate = useTranslate();
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Grid.Root gap={4}>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="name">
            <Field.Label>{translate('contacts.lastName')}</Field.Label>
            <Field.Input readOnly value={nameWithCompany(access.contact)} />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="company">
            <Field.Label>{translate('contacts.company')}</Field.Label>
            <Field.Input readOnly value={access.contact.companyName ?? '—'} />
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
      <GrantsFields
        choices={choices}
        draft={draft}
        onChange={model.change}
        disabled={!may('access.manage') || model.task !== null}
      />
      <KeyField access={access} draft={draft} model={model} may={may} />
    </Flex>
  );
};
