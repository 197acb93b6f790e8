import * as React from 'react';
import { isWholeAccess, type ContactAccess, type ShownAccess } from '../../../../contract/contact-access';
import { ApiError, callApi, replaceData } from '../../kernel/api';
import { sameValues } from '../../kernel/form/sameValues';
import { grantsOf } from '../../kernel/grants';
import { useData } from '../../kernel/useData';
import { useChoices } from './choices';
import { draftOf, reachOf, type AccessDraft } from './draft';
import { endOf } from '../../kernel/lastDay';

/** What the dialog is doing; one thing at a time. */
export type Task = 'load' | 'save' | 'delete' | 'issue' | 'prolong' | 'reveal' | 'revoke' | 'send';

/** What an editor changed, and of what: an access that comes in meanwhile is not what they saw. */
interface Edited {
  base: ContactAccess;
  draft: AccessDraft;
}

/** Who opened the dialog reads accesses. @throws ApiError where that right was taken meanwhile */
const whole = (access: ShownAccess): ContactAccess => {
  if (!isWholeAccess(access)) throw new ApiError(403, 'forbidden', 'You may not see this access');
  return access;
};

/**
 * Everything behind the dialog "Modifier l'accès invité d'un contact". Obtaining and sending a key save first what was
 * changed; a change that another editor overtook fails with `conflict` and waits for `reload`.
 */
export const useAccessDialog = (contactId: string, mayManage: boolean) => {
  const given = { params: { contactId } };
  const loaded = useData('GetContactAccess', given);
  const choices = useChoices();
  const [edited, setEdited] = React.useState<Edited | null>(null);
  const [task, setTask] = React.useState<Exclude<Task, 'load'> | null>(null);
  const [failure, setFailure] = React.useState<unknown>(null);
  /** The link of a key, and the end of that key. */
  const [known, setKnown] = React.useState<{ link: string; lastFour: string | undefined } | null>(null);

  const access = edited?.base ?? loaded.value;
  const draft = edited?.draft ?? (access === null ? null : draftOf(access));
  const isDirty = edited !== null && !sameValues(edited.draft, draftOf(edited.base));
  const isLoaded = access !== null && choices.value !== null;
  const loadError = isLoaded ? null : (loaded.error ?? choices.error);

  /** @returns whether it went well. */
  const run = async (name: Exclude<Task, 'load'>, work: () => Promise<unknown>): Promise<boolean> => {
    if (task !== null) return false;
    setTask(name);
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    } finally {
      setTask(null);
    }
  };

  /** The form takes over what the server has, at once: a later failure loses nothing. */
  const taken = (shown: ShownAccess): ContactAccess => {
    const fresh = whole(shown);
    replaceData('GetContactAccess', given, fresh);
    setEdited(null);
    return fresh;
  };
  const saved = async (): Promise<ContactAccess> => {
    if (access === null || draft === null) throw new ApiError(null, 'unknown', 'The access is not loaded');
    const body = {
      version: access.version,
      closed: draft.closed,
      ...grantsOf(draft),
      ...reachOf(draft, access.contact.documentId),
    };
    return taken(await callApi('SaveContactAccess', { ...given, body }));
  };
  const savedIfDirty = async (): Promise<ContactAccess> =>
    access !== null && !(isDirty && mayManage) ? access : saved();

  return {
    access,
    choices: choices.value,
    draft,
    link: known !== null && known.lastFour === access?.key?.lastFour ? known.link : null,
    task: task ?? (isLoaded || loadError !== null ? null : 'load'),
    /** The last failure, until the next attempt. */
    error: failure ?? loadError,
    isDirty,
    change: (next: AccessDraft) => access !== null && setEdited({ base: access, draft: next }),
    reload: () => {
      setFailure(null);
      setEdited(null);
      loaded.reload();
      choices.reload();
    },
    save: () => run('save', saved),
    remove: () => run('delete', () => callApi('DeleteContactAccess', given)),
    /** A key that holds until the end of a day (`2026-12-31`), or as long as it is not taken away. */
    issue: (lastDay: string | null) =>
      run('issue', async () => {
        const { version } = await savedIfDirty();
        const answer = await callApi('IssueKey', { ...given, body: { version, expiresAt: endOf(lastDay) } });
        setKnown({ link: answer.link, lastFour: taken(answer.access).key?.lastFour });
      }),
    /** Another last day for the key there is, whose link stays. */
    prolong: (lastDay: string | null) =>
      run('prolong', async () => {
        await savedIfDirty();
        taken(await callApi('ProlongKey', { ...given, body: { expiresAt: endOf(lastDay) } }));
      }),
    reveal: () =>
      run('reveal', async () => {
        const { link } = await callApi('RevealKey', given);
        setKnown({ link, lastFour: access?.key?.lastFour });
      }),
    revoke: () =>
      run('revoke', async () => {
        await savedIfDirty();
        taken(await callApi('RevokeKey', given));
      }),
    send: () =>
      run('send', async () => {
        await savedIfDirty();
        const fresh = taken(await callApi('SendKey', given));
        // Where a key cannot be shown again a new one goes out with the mail: the link on the screen is dead then.
        if (fresh.key?.canReveal === false) setKnown(null);
      }),
  };
};

export type AccessDialogModel = ReturnType<typeof useAccessDialog>;
