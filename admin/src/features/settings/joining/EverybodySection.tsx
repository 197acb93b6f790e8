import * as React from 'react';
import { Button, Typography } from '@strapi/design-system';
import { Eye, Pencil } from '@strapi/icons';
import { useTranslate } from '../../../kernel/translate';
import { EditorModal } from '../parts/EditorModal';
import { Section } from '../parts/Section';
import { useSite } from '../site';
import type { Grants } from './grants';
import { GrantsPart } from './GrantsPart';
import type { JoiningPart } from './joiningPart';
import { useGrantWords } from './useGrantWords';

/** What everybody who joins gets. */
export const EverybodySection = ({ joining, accessTypes, choices, errorAt, onChange }: JoiningPart) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const grantWords = useGrantWords(accessTypes);
  const [draft, setDraft] = React.useState<Grants | null>(null);
  const close = () => setDraft(null);
  const { resources, accessTypes: keys } = joining;
  const saved: Grants = { resources, accessTypes: keys };
  const error = errorAt('resources') ?? errorAt('accessTypes');
  const isChanged = draft !== null && (draft.resources !== resources || draft.accessTypes !== keys);
  return (
    <Section
      title={translate('settings.everybody')}
      hint={translate(joining.addAs === 'guest' ? 'settings.everybody.hint' : 'settings.everybody.contacts')}
      action={
        <Button variant="secondary" startIcon={mayEdit ? <Pencil /> : <Eye />} onClick={() => setDraft(saved)}>
          {translate(mayEdit ? 'settings.everybody.edit' : 'settings.everybody.view')}
        </Button>
      }
    >
      <Typography>{grantWords(saved)}</Typography>
      {error !== undefined && (
        <Typography role="alert" variant="pi" textColor="danger600">
          {error}
        </Typography>
      )}
      {draft !== null && (
        <EditorModal
          title={translate('settings.everybody')}
          isChanged={isChanged}
          onClose={close}
          onFinish={() => {
            if (isChanged) onChange(draft);
            close();
          }}
        >
          <GrantsPart choices={choices} grants={draft} error={error} onChange={setDraft} />
        </EditorModal>
      )}
    </Section>
  );
};
