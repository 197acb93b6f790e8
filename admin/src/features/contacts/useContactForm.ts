import * as React from 'react';
import type { Contact } from '../../../../contract/contacts';
import { callApi } from '../../kernel/api';
import {
  checkContact,
  contactDraftOf,
  faultsOf,
  type ContactDraft,
  type ContactFaults,
  type ContactField,
} from './contactDraft';

/** The form of a new contact (`contact` null) or of an old one: its fields, its faults, and saving. */
export const useContactForm = (contact: Contact | null, onSaved: (contact: Contact) => void) => {
  const [draft, setDraft] = React.useState<ContactDraft>(() => contactDraftOf(contact));
  const [faults, setFaults] = React.useState<ContactFaults>({});
  const [error, setError] = React.useState<unknown>(null);
  const [isSaving, setSaving] = React.useState(false);

  const change = <Field extends ContactField>(field: Field, value: ContactDraft[Field]) => {
    setDraft((now) => ({ ...now, [field]: value }));
    setFaults((now) => ({ ...now, [field]: undefined }));
  };

  const save = async () => {
    const checked = checkContact(draft);
    setError(null);
    if (checked.kind === 'faulty') {
      setFaults(checked.faults);
      return;
    }
    setSaving(true);
    try {
      const body = checked.input;
      onSaved(
        contact === null
          ? await callApi('CreateContact', { body })
          : await callApi('UpdateContact', { params: { contactId: contact.documentId }, body })
      );
    } catch (failure) {
      const found = faultsOf(failure);
      setFaults(found);
      if (Object.keys(found).length === 0) setError(failure);
      setSaving(false);
    }
  };

  const isDirty = JSON.stringify(draft) !== JSON.stringify(contactDraftOf(contact));
  return { draft, faults, error, isSaving, isDirty, change, save };
};
