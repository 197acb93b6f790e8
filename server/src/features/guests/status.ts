import { emit, failure, lockVersions, notFound, requireEffect, transaction, type Strapi } from '../../kernel';
import { record, type Happening } from '../activity';
import { GUEST } from '../settings';
import { agreeToTakeOver } from './adopt';
import { enqueueApproval } from './message';
import { nameOf } from './rules';
import { advance, agree, findGuest, shut, type GuestRow } from './repository';
import { deleteGuest } from './service';
import { conflict } from './turn';
import { changeAddress } from './update';

/**
 * What an editor does to one guest, noted in the same transaction: not where the work answers false, for another had done it before.
 * @returns whether it was noted
 * @throws 404 where there is none
 */
const asEditor = (
  strapi: Strapi,
  guestId: string,
  editorName: string | null,
  action: Happening['action'],
  work: (guest: GuestRow) => Promise<boolean>,
  detailsOf: (guest: GuestRow) => Happening['details'] = () => ({})
): Promise<boolean> =>
  transaction(strapi, async () => {
    const guest = await findGuest(strapi, guestId);
    if (guest === null) throw notFound();
    if (!(await work(guest))) return false;
    const actor = { kind: 'editor', name: editorName } as const;
    await record(strapi, { action, guest: guestId, contact: guest.ownContact, actor, details: detailsOf(guest) });
    return true;
  });

/** Asks a guest by mail to set their password. @throws 409 `no_address`; 409 `conflict` where they could not come in anyway */
export const inviteGuest = (strapi: Strapi, guestId: string, senderName: string | null): Promise<boolean> =>
  asEditor(strapi, guestId, senderName, 'guest.invited', async (guest) => {
    if (guest.email === null) throw failure('no_address', 'This guest has no e-mail address. Add one first.');
    if (guest.closed) throw conflict();
    await emit(strapi, 'guest.invited', { guestId, senderName });
    return true;
  });

/**
 * Asked wherever a guest who may not come in is about to: one who is closed or waits, or none yet (null). Nothing is asked
 * for one whose access is open. @throws 403 `access_decides`
 */
export const requireOpening = (strapi: Strapi, guest: Pick<GuestRow, 'closed' | 'waiting'> | null): void => {
  if (guest?.closed === false) return;
  if (guest?.waiting) {
    requireEffect(
      strapi,
      'approves',
      'waiting',
      'This guest waits: to let them in takes the right to manage accesses.'
    );
    return;
  }
  const [field, why] = guest
    ? ['closed', 'This access is closed: to open it takes the right to manage accesses.']
    : ['access', 'There is no access yet: to open one takes the right to manage accesses.'];
  requireEffect(strapi, 'opensAccess', field, why);
};

/**
 * Closes an access, and its sessions end; or opens it again. Who waited for an editor's agreement and is closed waits no
 * longer. Closing goes through whatever has changed since: else a guest who changes themselves all the time could not be kept
 * out. @returns whether it was otherwise before @throws 403 `access_decides` for opening without the right to it; 409 `conflict` for opening one that was changed, or one who waits: they are approved
 */
export const setClosed = (
  strapi: Strapi,
  guestId: string,
  { version, closed }: { version: number; closed: boolean },
  editorName: string | null
): Promise<boolean> =>
  asEditor(strapi, guestId, editorName, closed ? 'guest.closed' : 'guest.opened', async (guest) => {
    if (!closed) requireOpening(strapi, guest);
    if (guest.waiting && !closed) throw conflict();
    if (!closed) {
      if (!(await advance(strapi, guest, version, { closed }))) throw conflict();
      return true;
    }
    const wasOpen = await shut(strapi, guest);
    await emit(strapi, 'access.ended', { guestId, door: null });
    return wasOpen;
  });

/**
 * Lets a waiting guest in, and tells them. Of two editors one wins. @returns who came in: where a contact's access was waited
 * for, its guest. @throws 409 `conflict` where they do not wait; 403 `access_decides`
 */
export const approveGuest = (strapi: Strapi, guestId: string, editorName: string | null): Promise<string> =>
  transaction(strapi, async () => {
    const guest = await findGuest(strapi, guestId);
    if (guest === null) throw notFound();
    if (guest.waiting) requireOpening(strapi, guest);
    const letIn =
      guest.takesOver === null ? (await agree(strapi, guest)) && guest : await agreeToTakeOver(strapi, guest);
    if (!letIn) throw conflict();
    await enqueueApproval(strapi, letIn);
    const actor = { kind: 'editor', name: editorName } as const;
    await record(strapi, { action: 'guest.approved', guest: letIn.documentId, actor });
    return letIn.documentId;
  });

/** The address of a closed guest is for another (A4). @throws 409 `guest_not_closed` */
export const freeAddress = (strapi: Strapi, guestId: string, editorName: string | null): Promise<boolean> =>
  asEditor(strapi, guestId, editorName, 'guest.address-freed', async (guest) => {
    if (!guest.closed || guest.waiting) throw failure('guest_not_closed', 'Close this access first.');
    if (!(await advance(strapi, guest, guest.version))) throw conflict();
    await changeAddress(strapi, guest, null, 'editor');
    return true;
  });

/** Takes a guest away with their grants, keys and sessions. Their contacts stay. Of two who do so one wins. @throws 404 */
export const removeGuest = (strapi: Strapi, guestId: string, editorName: string | null): Promise<boolean> =>
  asEditor(
    strapi,
    guestId,
    editorName,
    'guest.deleted',
    async (guest) => {
      // What was read before another committed may be as it was: a locking read is not.
      if ((await lockVersions(strapi, GUEST, guestId, null)) === 0) throw notFound();
      await deleteGuest(strapi, guest);
      return true;
    },
    (guest) => ({ name: nameOf(guest) })
  );
