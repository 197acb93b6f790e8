import type { Context } from 'koa';
import {
  DeleteContactAccess,
  GetContactAccess,
  GrantAccessInBulk,
  IssueKey,
  ListAccessStates,
  RevealKey,
  RevokeKey,
  SaveContactAccess,
  SendKey,
} from '../../../../contract';
import { failure, guarded, handle, notFound, type HandledEndpoint, type Strapi } from '../../kernel';
import { findContact, type ContactRow } from '../contacts';
import { deleteGuest, extendAccess, findGuestOfContact, saveAccess, type GuestRow } from '../guests';
import { requireGuests } from '../settings';
import { sendKey } from './message';
import { presentAccess } from './presenter';
import { issueKey, linkOf, revealKey, revokeKey } from './service';
import { accessStates } from './states';

const contactOf = async (strapi: Strapi, contactId: string): Promise<ContactRow> => {
  const contact = await findContact(strapi, contactId);
  if (contact === null) throw notFound();
  return contact;
};

const guestOf = async (strapi: Strapi, contact: ContactRow): Promise<GuestRow> => {
  const guest = await findGuestOfContact(strapi, contact.documentId);
  if (guest === null) throw notFound();
  return guest;
};

/** Who sends, as the message names him. */
const senderOf = (ctx: Context): string | null => {
  const { user } = ctx.state as { user?: { firstname?: string | null; lastname?: string | null } };
  return [user?.firstname, user?.lastname].filter(Boolean).join(' ') || null;
};

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(GetContactAccess, async ({ strapi, params }) =>
    presentAccess(strapi, await contactOf(strapi, params.contactId))
  ),

  handle(SaveContactAccess, async ({ strapi, params, body }) => {
    const contact = await contactOf(strapi, params.contactId);
    await saveAccess(strapi, contact, body);
    return presentAccess(strapi, contact);
  }),

  handle(DeleteContactAccess, async ({ strapi, params }) => {
    const contact = await contactOf(strapi, params.contactId);
    await deleteGuest(strapi, await guestOf(strapi, contact));
  }),

  handle(ListAccessStates, async ({ strapi, query }) => {
    const states = await accessStates.statesOf(strapi, query.contactIds);
    return { states: query.contactIds.map((contactId) => ({ contactId, state: states.get(contactId) ?? 'none' })) };
  }),

  handle(GrantAccessInBulk, async ({ strapi, body }) => {
    const { contactIds, ...given } = body;
    const results = [];
    for (const contactId of new Set(contactIds)) {
      const contact = await findContact(strapi, contactId);
      const outcome = contact ? await extendAccess(strapi, contact, given) : ('unknown-contact' as const);
      results.push({ contactId, outcome });
    }
    return { results };
  }),

  handle(IssueKey, async ({ strapi, params, body }) => {
    const contact = await contactOf(strapi, params.contactId);
    const expiresAt = body.expiresAt === null ? null : new Date(body.expiresAt);
    const key = await issueKey(strapi, contact, { version: body.version, expiresAt });
    return { access: await presentAccess(strapi, contact), link: linkOf(strapi, key) };
  }),

  handle(RevealKey, async ({ strapi, params }) => {
    const guest = await guestOf(strapi, await contactOf(strapi, params.contactId));
    const key = await revealKey(strapi, guest.documentId);
    if (key === null) {
      throw failure('key_not_shown_again', 'This key cannot be shown again. Regenerate it to get a new link.');
    }
    return { link: linkOf(strapi, key) };
  }),

  handle(RevokeKey, async ({ strapi, params }) => {
    const contact = await contactOf(strapi, params.contactId);
    await revokeKey(strapi, (await guestOf(strapi, contact)).documentId);
    return presentAccess(strapi, contact);
  }),

  handle(SendKey, async ({ strapi, params, ctx }) => {
    const contact = await contactOf(strapi, params.contactId);
    await sendKey(strapi, contact, await findGuestOfContact(strapi, contact.documentId), senderOf(ctx));
    return presentAccess(strapi, contact);
  }),
]);
