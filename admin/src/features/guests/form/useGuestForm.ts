import * as React from 'react';
import type { AdminGuest } from '../../../../../contract/guests';
import { callApi } from '../../../kernel/api';
import { changeOf, creationOf, guestDraftOf, sameGuest, type GuestDraft, type GuestText } from './draft';
import { faultsOf, plainFaults, type GuestFaults } from './faults';

/** A field that is corrected is wrong no more until it is looked at again. */
const without = (faults: GuestFaults, changed: Partial<GuestDraft>): GuestFaults =>
  Object.fromEntries(Object.entries(faults).filter(([field]) => !Object.hasOwn(changed, field)));

/** @throws ValidationError where a field is wrong */
const check = (guest: AdminGuest | null, draft: GuestDraft): unknown =>
  guest === null ? creationOf(draft) : changeOf(draft, guest);

/** Sends the form. @throws ApiError, or ValidationError where a field is wrong */
const send = (guest: AdminGuest | null, draft: GuestDraft): Promise<AdminGuest> =>
  guest === null
    ? callApi('CreateGuest', { body: creationOf(draft) })
    : callApi('UpdateGuest', { params: { guestId: guest.documentId }, body: changeOf(draft, guest) });

/** The form of a new guest (`guest` null) or of one that is there: its fields, its faults, and saving. */
export const useGuestForm = (guest: AdminGuest | null, onSaved: (guest: AdminGuest, draft: GuestDraft) => void) => {
  const [draft, setDraft] = React.useState<GuestDraft>(() => guestDraftOf(guest));
  const [faults, setFaults] = React.useState<GuestFaults>({});
  const [error, setError] = React.useState<unknown>(null);
  const [refusals, setRefusals] = React.useState(0);
  const [isSaving, setSaving] = React.useState(false);
  const proposed = React.useRef('');

  const change = (changed: Partial<GuestDraft>) => {
    setDraft((now) => ({ ...now, ...changed }));
    setFaults((now) => without(now, changed));
  };
  const type = (field: GuestText) => (text: string) => change({ [field]: text });

  /** Fills in a login name made of the title, as long as the editor has not typed one of his own. */
  const proposeLogin = async () => {
    const title = draft.title.trim();
    if (title === '' || (draft.login !== '' && draft.login !== proposed.current)) return;
    try {
      const { login } = await callApi('ProposeLogin', { query: { title } });
      setDraft((now) => (now.login === '' || now.login === proposed.current ? { ...now, login } : now));
      proposed.current = login;
    } catch {
      // Without a proposal he types one, or the server makes one as it saves.
    }
  };

  const save = async () => {
    const found = plainFaults(draft);
    setError(null);
    setSaving(true);
    try {
      if (Object.keys(found).length === 0) onSaved(await send(guest, draft), draft);
      // What else is wrong is told with it.
      else check(guest, draft);
      setFaults(found);
    } catch (failure) {
      const refused = { ...faultsOf(failure), ...found };
      setFaults(refused);
      if (Object.keys(refused).length === 0) setError(failure);
    }
    setRefusals((count) => count + 1);
    setSaving(false);
  };

  return {
    draft,
    faults,
    error,
    /** Goes up with each attempt to save that came back. */
    refusals,
    isSaving,
    isDirty: !sameGuest(draft, guestDraftOf(guest)),
    change,
    type,
    proposeLogin,
    save,
  };
};

export type GuestFormModel = ReturnType<typeof useGuestForm>;
