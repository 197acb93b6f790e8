import { codeOf, emit, failure, now, parseAddress, transaction, type Address, type Strapi } from '../../kernel';
import { record } from '../activity';
import { changeAddress, findGuestByEmailKey, hasProved, type GuestRow } from '../guests';
import { deletePasswordOf } from '../passwords';
import { mailNewAddress, mailOldAddress, mailResetAfterUndo, mailUndo } from './mails';
import { actorOf } from './names';
import { endTicketsOf, endUndoTicketsOf, takeTicket, type Ticket } from './repository';
import { invalidLink, issueTicket } from './tickets';

/**
 * Has a new address proved by a link mailed to it, and tells the old one. The same is done and answered where the address is
 * another guest's: they are told that they have an access, and the link that is made goes to nobody.
 */
export const askForEmail = (strapi: Strapi, guest: GuestRow, { address, key }: Address): Promise<void> =>
  transaction(strapi, async () => {
    const found = await findGuestByEmailKey(strapi, key);
    const holder = found && found.documentId !== guest.documentId ? found : null;
    const { id: ticketId } = await issueTicket(strapi, guest.documentId, 'change-email', address);
    await mailNewAddress(strapi, { guest, address, ticketId, holder });
    await mailOldAddress(strapi, 'email-change-asked', guest, { from: guest.email, to: address });
    await record(strapi, { action: 'email.change-asked', guest: guest.documentId, actor: actorOf(guest) });
  });

/** Who has an address is not told to whoever proves it. */
const withoutHolder = (error: unknown): never => {
  throw codeOf(error) === 'address_taken' ? failure('address_taken', 'This address belongs to another access.') : error;
};

/** Tells the former address; by a link to take it back where the guest had proved to read it, or it may be a stranger's. */
const tellFormer = async (strapi: Strapi, guest: GuestRow, to: string): Promise<void> => {
  const { documentId, email: from } = guest;
  if (from === null) return;
  if (!hasProved(guest, from)) return mailOldAddress(strapi, 'email-changed', guest, { from, to });
  const { id: ticketId } = await issueTicket(strapi, documentId, 'undo-email', from);
  await mailUndo(strapi, guest, { from, to, ticketId });
};

/**
 * Makes the address that a ticket proves its guest's. What else was mailed to the old one is no good any more.
 * @throws 401 `invalid_link`; 409 `address_taken` where it has become another guest's meanwhile
 */
export const confirmEmail = (strapi: Strapi, ticket: Ticket, guest: GuestRow): Promise<string> =>
  transaction(strapi, async () => {
    const parsed = parseAddress(ticket.address);
    // A closed access has no tickets: that this one was there says that they may come in.
    if (parsed.kind !== 'address' || !(await takeTicket(strapi, ticket, now().getTime()))) throw invalidLink();
    await record(strapi, { action: 'email.changed', guest: guest.documentId, actor: actorOf(guest) });
    await changeAddress(strapi, guest, parsed, 'guest').catch(withoutHolder);
    await tellFormer(strapi, guest, parsed.address);
    return parsed.address;
  });

/**
 * Gives a guest back the address that a ticket was mailed to. Somebody else may have had the guest's session, password and key:
 * all three are no good any more, nor is any link, and a new password is chosen by a link to the address.
 * @throws 401 `invalid_link`; 409 `address_taken`, and the ticket stays good
 */
export const undoEmail = (strapi: Strapi, ticket: Ticket, guest: GuestRow): Promise<string> =>
  transaction(strapi, async () => {
    const { documentId: guestId } = guest;
    const parsed = parseAddress(ticket.address);
    if (parsed.kind !== 'address' || !(await takeTicket(strapi, ticket, now().getTime()))) throw invalidLink();
    await record(strapi, { action: 'email.undone', guest: guestId, actor: { kind: 'system', name: null } });
    await changeAddress(strapi, guest, parsed, 'undo').catch(withoutHolder);
    await deletePasswordOf(strapi, guestId);
    await endTicketsOf(strapi, guestId);
    await endUndoTicketsOf(strapi, guestId);
    await emit(strapi, 'access.ended', { guestId, door: null });
    await emit(strapi, 'guest.address-undone', { guestId });
    await mailResetAfterUndo(strapi, { ...guest, email: parsed.address }, ticket.id);
    return parsed.address;
  });
