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
import {
  callerOf,
  failure,
  guarded,
  handle,
  linkTo,
  notFound,
  transaction,
  type HandledEndpoint,
  type Strapi,
} from '../../kernel';
import { record, type Happening } from '../activity';
import { findContact, type ContactRow } from '../contacts';
import { accessStates, deleteGuest, extendAccess, findGuestOfContact, saveAccess, type GuestRow } from '../guests';
import { requireGuests } from '../settings';
import { sendKey } from './message';
import { presentAccess, presentShownAccess } from './presenter';
import { issueKey, revealKey, revokeKey } from './service';

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

/** Notes what an editor did, in the transaction in which he does it. */
const note = (
  strapi: Strapi,
  ctx: Context,
  action: Happening['action'],
  guest: string | null,
  details: Happening['details'] = {}
): Promise<void> => record(strapi, { action, guest, actor: { kind: 'editor', name: callerOf(ctx).name }, details });

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(GetContactAccess, async ({ strapi, params }) =>
    presentAccess(strapi, await contactOf(strapi, params.contactId))
  ),

  handle(SaveContactAccess, async ({ strapi, params, body, ctx }) => {
    const contact = await contactOf(strapi, params.contactId);
    await transaction(strapi, async () => {
      const { documentId } = await saveAccess(strapi, contact, body);
      await note(strapi, ctx, 'access.saved', documentId, { closed: body.closed });
    });
    return presentShownAccess(strapi, contact, callerOf(ctx));
  }),

  handle(DeleteContactAccess, async ({ strapi, params, ctx }) => {
    const contact = await contactOf(strapi, params.contactId);
    const guest = await guestOf(strapi, contact);
    await transaction(strapi, async () => {
      await deleteGuest(strapi, guest);
      await note(strapi, ctx, 'access.deleted', guest.documentId);
    });
  }),

  handle(ListAccessStates, async ({ strapi, query }) => {
    const states = await accessStates.statesOf(strapi, query.contactIds);
    return { states: query.contactIds.map((contactId) => ({ contactId, state: states.get(contactId) ?? 'none' })) };
  }),

  handle(GrantAccessInBulk, async ({ strapi, body, ctx }) => {
    const { contactIds, ...given } = body;
    const grant = (contact: ContactRow) =>
      transaction(strapi, async () => {
        const { outcome, guestId } = await extendAccess(strapi, contact, given);
        await note(strapi, ctx, 'access.saved', guestId, { closed: false });
        return outcome;
      });
    const results = [];
    for (const contactId of new Set(contactIds)) {
      const contact = await findContact(strapi, contactId);
      results.push({ contactId, outcome: contact ? await grant(contact) : ('unknown-contact' as const) });
    }
    return { results };
  }),

  handle(IssueKey, async ({ strapi, params, body, ctx }) => {
    const contact = await contactOf(strapi, params.contactId);
    const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null;
    const key = await transaction(strapi, async () => {
      const issued = await issueKey(strapi, contact, { version: body.version, expiresAt });
      await note(strapi, ctx, 'key.issued', issued.guestId);
      return issued.key;
    });
    return { access: await presentShownAccess(strapi, contact, callerOf(ctx)), link: linkTo(strapi, 'key', key) };
  }),

  handle(RevealKey, async ({ strapi, params, ctx }) => {
    const guest = await guestOf(strapi, await contactOf(strapi, params.contactId));
    const key = await revealKey(strapi, guest.documentId);
    if (key === null) {
      throw failure('key_not_shown_again', 'This key cannot be shown again. Regenerate it to get a new link.');
    }
    await note(strapi, ctx, 'key.revealed', guest.documentId);
    return { link: linkTo(strapi, 'key', key) };
  }),

  handle(RevokeKey, async ({ strapi, params, ctx }) => {
    const contact = await contactOf(strapi, params.contactId);
    const guest = await guestOf(strapi, contact);
    await transaction(strapi, async () => {
      await revokeKey(strapi, guest.documentId);
      await note(strapi, ctx, 'key.revoked', guest.documentId);
    });
    return presentShownAccess(strapi, contact, callerOf(ctx));
  }),

  handle(SendKey, async ({ strapi, params, ctx }) => {
    const contact = await contactOf(strapi, params.contactId);
    const guest = await findGuestOfContact(strapi, contact.documentId);
    await transaction(strapi, async () => {
      await sendKey(strapi, contact, guest, callerOf(ctx).name);
      await note(strapi, ctx, 'key.sent', guest?.documentId ?? null);
    });
    return presentShownAccess(strapi, contact, callerOf(ctx));
  }),
]);
