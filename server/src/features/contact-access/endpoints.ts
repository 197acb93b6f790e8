import {
  DeleteContactAccess,
  GetContactAccess,
  GrantAccessInBulk,
  ListAccessStates,
  SaveContactAccess,
} from '../../../../contract';
import { callerOf, guarded, handle, transaction, type HandledEndpoint } from '../../kernel';
import { findContact, type ContactRow } from '../contacts';
import { accessStates, deleteGuest, extendAccess, nameOf, saveAccess } from '../guests';
import { requireGuests } from '../settings';
import { contactOf, guestOf, noteOf } from './contact';
import { presentAccess, presentShownAccess } from './presenter';

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(GetContactAccess, async ({ strapi, params }) =>
    presentAccess(strapi, await contactOf(strapi, params.contactId))
  ),

  handle(SaveContactAccess, async ({ strapi, params, body, ctx }) => {
    const contact = await contactOf(strapi, params.contactId);
    await transaction(strapi, async () => {
      const { documentId } = await saveAccess(strapi, contact, body);
      await noteOf(strapi, callerOf(ctx))('access.saved', documentId, {
        contact: contact.documentId,
        closed: body.closed,
      });
    });
    return presentShownAccess(strapi, contact, callerOf(ctx));
  }),

  handle(DeleteContactAccess, async ({ strapi, params, ctx }) => {
    const contact = await contactOf(strapi, params.contactId);
    const guest = await guestOf(strapi, contact);
    await transaction(strapi, async () => {
      await deleteGuest(strapi, guest);
      await noteOf(strapi, callerOf(ctx))('access.deleted', guest.documentId, {
        contact: contact.documentId,
        name: nameOf(guest),
      });
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
        await noteOf(strapi, callerOf(ctx))('access.saved', guestId, { contact: contact.documentId, closed: false });
        return outcome;
      });
    const results = [];
    for (const contactId of new Set(contactIds)) {
      const contact = await findContact(strapi, contactId);
      results.push({ contactId, outcome: contact ? await grant(contact) : ('unknown-contact' as const) });
    }
    return { results };
  }),
]);
