import { Flex, Grid } from '@strapi/design-system';
import { styled } from 'styled-components';
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

/** On a wide screen what is chosen, and beside it what comes of it; below each other on another. */
const Columns = styled.div`
  display: grid;
  gap: ${({ theme }) => theme.spaces[6]};
  @media (min-width: 1100px) {
    grid-template-columns: minmax(0, 1fr) 36rem;
  }
`;

/** Stays in sight while the lists are worked on, and scrolls by itself where it is higher than the window. */
const Beside = styled.div`
  min-width: 0;
  @media (min-width: 1100px) {
    position: sticky;
    top: 0;
    align-self: start;
    max-height: calc(90vh - 18rem);
    overflow-y: auto;
  }
`;

/** Below what stands beside the lists, so that nothing moves as it comes and goes; in sight at its lower edge. */
const Foot = styled.div`
  position: sticky;
  bottom: 0;
  max-height: 24rem;
  overflow-y: auto;
`;

interface AccessFormProps {
  access: ContactAccess;
  choices: Choices;
  draft: AccessDraft;
  model: AccessDialogModel;
  may: (permission: Permission) => boolean;
}

/** The fields of the dialog: Nom, Entreprise, the dual lists, Contacts et entreprise; beside them what it would change, Clé d'accès, Vérifier. */
export const AccessForm = ({ access, choices, draft, model, may }: AccessFormProps) => {
  const translate = useTranslate();
  const disabled = !may('access.manage') || model.task !== null;
  const { companyRecords, pairedContactIds } = reachOf(draft, access.contact.documentId);
  const asked = sameRows(draft, draftOf(access)) ? null : { ...grantsOf(draft), companyRecords, pairedContactIds };
  return (
    <Columns>
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
      </Flex>
      <Beside>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <KeyField access={access} draft={draft} model={model} may={may} />
          <InsightTools access={access} choices={choices} may={may} />
        </Flex>
        <Foot>
          <WhatIf
            contactId={access.contact.documentId}
            asked={asked}
            nameOf={(uid) => choices.contentTypes.find(({ id }) => id === uid)?.label}
          />
        </Foot>
      </Beside>
    </Columns>
  );
};
