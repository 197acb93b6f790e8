import * as React from 'react';
import type { PairedContact } from '../../kernel/grants';
import { useTranslate } from '../../kernel/translate';
import { ComboboxField } from '../../kernel/ui/Combobox';
import { useData } from '../../kernel/useData';
import { useSettled } from '../../kernel/useSettled';
import { nameWithCompany } from './personName';

const pauseMs = 250;
const shownMax = 10;

const useContacts = (typed: string): { contacts: PairedContact[]; isLoading: boolean } => {
  const { settled: q, isSettled } = useSettled(typed.trim(), pauseMs);
  const { value, isLoading } = useData('ListContacts', q === '' ? null : { query: { q, pageSize: shownMax } });
  const contacts = (value?.contacts ?? []).map(({ documentId, company, ...contact }) => ({
    documentId,
    name: nameWithCompany({ ...contact, companyName: company?.name ?? null }),
  }));
  return { contacts, isLoading: isLoading || !isSettled };
};

interface ContactSearchProps {
  /** «Add a contact» where nothing else is said. */
  label?: string;
  /** Contacts that are in the list already. */
  taken: ReadonlySet<string>;
  onPick: (contact: PairedContact) => void;
}

/** Finds a contact in the address book; picking one empties the box for the next. */
export const ContactSearch = ({ label, taken, onPick }: ContactSearchProps) => {
  const translate = useTranslate();
  const [typed, setTyped] = React.useState('');
  // The box tells the name of what was just picked as if it had been typed.
  const picked = React.useRef<string | null>(null);
  const type = (text: string) => {
    if (text !== '' && text !== picked.current) picked.current = null;
    setTyped(text === picked.current ? '' : text);
  };
  const { contacts, isLoading } = useContacts(typed);
  const pick = (documentId: string | undefined) => {
    const found = contacts.find((one) => one.documentId === documentId);
    if (found === undefined) return;
    picked.current = found.name;
    onPick(found);
    type('');
  };
  return (
    <ComboboxField
      name="pairedContact"
      label={label ?? translate('access.reach.add')}
      isFound
      placeholder={translate('access.reach.placeholder')}
      options={contacts
        .filter(({ documentId }) => !taken.has(documentId))
        .map(({ documentId, name }) => ({ value: documentId, label: name }))}
      textValue={typed}
      value=""
      onTextValueChange={type}
      onChange={pick}
      onClear={() => type('')}
      clearLabel={translate('access.reach.clear')}
      loading={isLoading && typed !== ''}
      loadingMessage={translate('loading')}
      noOptionsMessage={() => translate(typed.trim() === '' ? 'access.reach.type' : 'access.reach.noContact')}
    />
  );
};
