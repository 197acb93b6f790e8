import * as React from 'react';
import { isWholeAccess, type ContactAccess, type ShownAccess } from '../../../../contract/access';
import { ApiError, callApi } from '../../kernel/api';
import { loadChoices, type Choices } from './choices';
import { endOf } from './lastDay';
import { grantsOf } from '../../kernel/grants';
import { sameValues } from '../../kernel/form/sameValues';
import { draftOf, reachOf, type AccessDraft } from './draft';
import { accessChanged } from './states';
import type { Locale } from '../../../../contract/locales';

/** What the dialog is doing; one thing at a time. */
export type Task = 'load' | 'save' | 'delete' | 'issue' | 'reveal' | 'revoke' | 'send';

interface State {
  access: ContactAccess | null;
  choices: Choices | null;
  draft: AccessDraft | null;
  /** The key's link, while it is known. */
  link: string | null;
  task: Task | null;
  /** The last failure, until the next attempt. */
  error: unknown;
}

const empty: State = { access: null, choices: null, draft: null, link: null, task: 'load', error: null };

/** Who opened the dialog reads accesses. @throws ApiError where that right was taken meanwhile */
const whole = (access: ShownAccess): ContactAccess => {
  if (!isWholeAccess(access)) throw new ApiError(403, 'forbidden', 'You may not see this access');
  return access;
};

/** A fresh answer of the server fills the form anew. The link stays only while its key does. */
const filled = (state: State, access: ContactAccess, link?: string): State => ({
  ...state,
  access,
  draft: draftOf(access),
  link: link ?? (access.key?.lastFour === state.access?.key?.lastFour ? state.link : null),
});

/**
 * Everything behind the dialog "Modifier l'accès invité d'un contact". Obtaining and sending a key save first what was
 * changed; a change that another editor overtook fails with `conflict` and waits for `reload`.
 */
export const useAccessDialog = (contactId: string, language: Locale, mayManage: boolean) => {
  const [state, setState] = React.useState<State>(empty);
  const { access, draft, link, task } = state;
  const params = React.useMemo(() => ({ contactId }), [contactId]);

  const load = React.useCallback(
    async (signal: AbortSignal) => {
      setState((now) => ({ ...now, task: 'load', error: null }));
      try {
        const [fresh, choices] = await Promise.all([
          callApi('GetContactAccess', { params, signal }),
          loadChoices(language, signal),
        ]);
        if (!signal.aborted) setState((now) => ({ ...filled(now, fresh), choices, task: null }));
      } catch (error) {
        if (!signal.aborted) setState((now) => ({ ...now, task: null, error }));
      }
    },
    [params, language]
  );
  const [round, setRound] = React.useState(0);
  React.useEffect(() => {
    const controller = new AbortController();
    void load(controller.signal);
    return () => controller.abort();
  }, [load, round]);

  /** @returns whether it went well. */
  const run = async (name: Task, work: () => Promise<(now: State) => State>): Promise<boolean> => {
    if (task !== null) return false;
    setState((now) => ({ ...now, task: name, error: null }));
    try {
      const change = await work();
      setState((now) => ({ ...change(now), task: null }));
      if (name !== 'reveal') accessChanged(contactId);
      return true;
    } catch (error) {
      setState((now) => ({ ...now, task: null, error }));
      return false;
    }
  };

  const isDirty = access !== null && draft !== null && !sameValues(draft, draftOf(access));

  /** What the server has after the changes are saved; the form takes it over at once, so that a later failure loses nothing. */
  const saved = async (): Promise<ContactAccess> => {
    if (access === null || draft === null) throw new ApiError(null, 'unknown', 'The access is not loaded');
    const body = {
      version: access.version,
      closed: draft.closed,
      ...grantsOf(draft),
      ...reachOf(draft, access.contact.documentId),
    };
    const fresh = whole(await callApi('SaveContactAccess', { params, body }));
    setState((now) => filled(now, fresh));
    return fresh;
  };
  const savedIfDirty = async (): Promise<ContactAccess> =>
    access !== null && !(isDirty && mayManage) ? access : saved();

  return {
    ...state,
    isDirty,
    change: (next: AccessDraft) => setState((now) => ({ ...now, draft: next })),
    reload: () => setRound((count) => count + 1),
    save: () =>
      run('save', async () => {
        const fresh = await saved();
        return (now) => filled(now, fresh);
      }),
    remove: () =>
      run('delete', async () => {
        await callApi('DeleteContactAccess', { params });
        return (now) => now;
      }),
    /** A key that holds until the end of a day (`2026-12-31`), or as long as it is not taken away. */
    issue: (lastDay: string | null) =>
      run('issue', async () => {
        const { version } = await savedIfDirty();
        const answer = await callApi('IssueKey', { params, body: { version, expiresAt: endOf(lastDay) } });
        const fresh = whole(answer.access);
        return (now) => filled(now, fresh, answer.link);
      }),
    reveal: () =>
      run('reveal', async () => {
        const answer = await callApi('RevealKey', { params });
        return (now) => ({ ...now, link: answer.link });
      }),
    revoke: () =>
      run('revoke', async () => {
        await savedIfDirty();
        const fresh = whole(await callApi('RevokeKey', { params }));
        return (now) => filled(now, fresh);
      }),
    send: () =>
      run('send', async () => {
        await savedIfDirty();
        const fresh = whole(await callApi('SendKey', { params }));
        // Where a key cannot be shown again a new one goes out with the mail: the link on the screen is dead then.
        const remade = fresh.key?.canReveal === false;
        return (now) => ({ ...filled(now, fresh), link: remade ? null : now.link });
      }),
    link,
  };
};

export type AccessDialogModel = ReturnType<typeof useAccessDialog>;
