import { IssueKey, ProlongKey, RevealKey, RevokeKey, SendKey } from '../../../../contract';
import { callerOf, failure, guarded, handle, linkTo, transaction, type HandledEndpoint } from '../../kernel';
import { contactOf, guestOf, noteOf, presentShownAccess } from '../contact-access';
import { findGuestOfContact } from '../guests';
import { requireGuests } from '../settings';
import { sendKey } from './message';
import { issueKey, prolongKey, revealKey, revokeKey } from './service';

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(IssueKey, async ({ strapi, params, body, ctx }) => {
    const contact = await contactOf(strapi, params.contactId);
    const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null;
    const key = await transaction(strapi, async () => {
      const issued = await issueKey(strapi, contact, { version: body.version, expiresAt });
      await noteOf(strapi, callerOf(ctx))('key.issued', issued.guestId);
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
    await noteOf(strapi, callerOf(ctx))('key.revealed', guest.documentId);
    return { link: linkTo(strapi, 'key', key) };
  }),

  handle(ProlongKey, async ({ strapi, params, body, ctx }) => {
    const contact = await contactOf(strapi, params.contactId);
    const guest = await guestOf(strapi, contact);
    await transaction(strapi, async () => {
      if (!(await prolongKey(strapi, guest.documentId, body.expiresAt === null ? null : new Date(body.expiresAt)))) {
        throw failure('no_key', 'There is no key any more: obtain one first.');
      }
      await noteOf(strapi, callerOf(ctx))('key.prolonged', guest.documentId);
    });
    return presentShownAccess(strapi, contact, callerOf(ctx));
  }),

  handle(RevokeKey, async ({ strapi, params, ctx }) => {
    const contact = await contactOf(strapi, params.contactId);
    const guest = await guestOf(strapi, contact);
    await transaction(strapi, async () => {
      await revokeKey(strapi, guest.documentId);
      await noteOf(strapi, callerOf(ctx))('key.revoked', guest.documentId);
    });
    return presentShownAccess(strapi, contact, callerOf(ctx));
  }),

  handle(SendKey, async ({ strapi, params, ctx }) => {
    const contact = await contactOf(strapi, params.contactId);
    const guest = await findGuestOfContact(strapi, contact.documentId);
    await transaction(strapi, async () => {
      await sendKey(strapi, contact, guest, callerOf(ctx).name);
      await noteOf(strapi, callerOf(ctx))('key.sent', guest?.documentId ?? null);
    });
    return presentShownAccess(strapi, contact, callerOf(ctx));
  }),
]);
