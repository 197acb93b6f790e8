import * as React from 'react';
import { Button, Typography } from '@strapi/design-system';
import { Eye, Pencil } from '@strapi/icons';
import { useTranslate } from '../../../kernel/translate';
import { FormModal } from '../../../kernel/ui/FormModal';
import { ErrorText } from '../../../kernel/ui/Notice';
import { Section } from '../../../kernel/ui/Section';
import type { EditorProps } from '../EntryList';
import { useSite } from '../site';
import { useEntryForm } from '../useEntryForm';
import type { Grants } from './grants';
import { GrantsPart } from './GrantsPart';
import type { JoiningSectionProps } from '../tabProps';
import { useGrantWords } from './useGrantWords';

interface EditorGiven extends EditorProps<Grants>, Pick<JoiningSectionProps, 'choices'> {
  error: string | undefined;
}

const EverybodyEditor = ({ entry, choices, error, onFinish, onClose }: EditorGiven) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const form = useEntryForm<Grants>({
    entry,
    empty: () => ({ resources: [], accessTypes: [] }),
    issues: [],
    check: (value) => ({ kind: 'accepted', value }),
    onFinish,
    onClose,
  });
  return (
    <FormModal
      title={translate('settings.everybody')}
      form={form}
      isEditable={mayEdit}
      submitLabel={translate('settings.finish')}
      onClose={onClose}
    >
      <GrantsPart choices={choices} grants={form.values} error={error} onChange={form.change} />
    </FormModal>
  );
};

/** What everybody who joins gets. */
export const EverybodySection = ({ joining, accessTypes, choices, errorAt, onChange }: JoiningSectionProps) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const grantWords = useGrantWords(accessTypes);
  const [isOpen, setOpen] = React.useState(false);
  const close = () => setOpen(false);
  const saved: Grants = { resources: joining.resources, accessTypes: joining.accessTypes };
  const error = errorAt('resources') ?? errorAt('accessTypes');
  return (
    <Section
      title={translate('settings.everybody')}
      hint={translate(joining.addAs === 'guest' ? 'settings.everybody.hint' : 'settings.everybody.contacts')}
      action={
        <Button variant="secondary" startIcon={mayEdit ? <Pencil /> : <Eye />} onClick={() => setOpen(true)}>
          {translate(mayEdit ? 'settings.everybody.edit' : 'settings.everybody.view')}
        </Button>
      }
    >
      <Typography>{grantWords(saved)}</Typography>
      {error !== undefined && <ErrorText>{error}</ErrorText>}
      {isOpen && (
        <EverybodyEditor
          entry={saved}
          choices={choices}
          error={error}
          onFinish={(grants) => {
            onChange(grants);
            close();
          }}
          onClose={close}
        />
      )}
    </Section>
  );
};
