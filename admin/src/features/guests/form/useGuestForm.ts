import * as React from 'react';
import type { AdminGuest } from '../../../../../contract/guests';
import { callApi } from '../../../kernel/api';
import { mapChecked, type Checked } from '../../../kernel/form/issues';
import { personFault } from '../../../kernel/form/person';
import { useForm, wordsBy } from '../../../kernel/form/useForm';
import { changeOf, creationOf, guestDraftOf, guestTexts, type GuestDraft } from './draft';
import { refusedGuest } from './faults';

/** What sends the form, where nothing is wrong with it. */
const checked = (guest: AdminGuest | null, draft: GuestDraft): Checked<() => Promise<AdminGuest>> =>
  guest === null
    ? mapChecked(creationOf(draft), (body) => () => callApi('CreateGuest', { body }))
    : mapChecked(
        changeOf(draft, guest),
        (body) => () => callApi('UpdateGuest', { params: { guestId: guest.documentId }, body })
      );

/** The form of a new guest (`guest` null) or of one that is there. */
export const useGuestForm = (guest: AdminGuest | null, onSaved: (guest: AdminGuest, draft: GuestDraft) => void) => {
  const form = useForm({
    initial: guestDraftOf(guest),
    check: (draft: GuestDraft) => checked(guest, draft),
    send: async (save, draft) => onSaved(await save(), draft),
    issuesOf: refusedGuest,
    fields: guestTexts,
    wordsOf: wordsBy(personFault),
  });
  const proposed = React.useRef('');

  /** Fills in a login name made of the title, as long as the editor has not typed one of their own. */
  const proposeLogin = async () => {
    const title = form.values.title.trim();
    const earlier = proposed.current;
    const isTyped = ({ login }: GuestDraft) => login !== '' && login !== earlier;
    if (title === '' || isTyped(form.values)) return;
    try {
      const { login } = await callApi('ProposeLogin', { query: { title } });
      proposed.current = login;
      form.change((now) => (isTyped(now) ? {} : { login }));
    } catch {
      // Without a proposal they type one, or the server makes one as it saves.
    }
  };

  return { ...form, proposeLogin };
};

export type GuestFormModel = ReturnType<typeof useGuestForm>;
