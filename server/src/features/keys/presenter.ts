import type { AdminKey, ContactAccess } from '../../../../contract';
import { now, type Strapi } from '../../kernel';
import { existingResources, grantsOf } from '../access';
import { findContactsByRow, fullName, type ContactRow } from '../contacts';
import { findGuestOfContact, pairedContactIds, type GuestRow } from '../guests';
import { lastMessageAbout } from '../mail';
import { GUEST } from '../settings';
import { findKeyOfGuest, type KeyRow } from './repository';
import { canReveal } from './service';
import { stateOf } from './states';

const toAdminKey = (strapi: Strapi, key: KeyRow): AdminKey => ({
  createdAt: new Date(key.issuedAt).toISOString(),
  expiresAt: key.expiresAt && new Date(key.expiresAt).toISOString(),
  lastUsedAt: key.lastUsedAt && new Date(key.lastUsedAt).toISOString(),
  lastFour: key.lastFour,
  canReveal: canReveal(strapi, key),
});

/** A message that will not be sent any more is told as one that failed. */
const toMail = (message: Awaited<ReturnType<typeof lastMessageAbout>>): ContactAccess['mail'] =>
  message && {
    status: message.status === 'queued' || message.status === 'sent' ? message.status : 'failed',
    at: message.at,
  };

const pairedWith = async (strapi: Strapi, guest: GuestRow): Promise<ContactAccess['pairedContacts']> =>
  (await findContactsByRow(strapi, await pairedContactIds(strapi, guest))).map((paired) => ({
    documentId: paired.documentId,
    name: fullName(paired),
  }));

/** A contact's access as an editor sees it. No secret is in it. Resources that are gone are left out. */
export const presentAccess = async (strapi: Strapi, contact: ContactRow): Promise<ContactAccess> => {
  const guest = await findGuestOfContact(strapi, contact.documentId);
  const key = guest && (await findKeyOfGuest(strapi, guest.documentId));
  const grants = guest && (await grantsOf(strapi, guest.documentId));
  const resources = await Promise.all(
    [...(grants?.resources ?? [])].map(async ([contentType, documentIds]) => ({
      contentType,
      documentIds: await existingResources(strapi, contentType, documentIds),
    }))
  );
  const { documentId, lastName, firstName, email, company } = contact;
  return {
    contact: { documentId, lastName, firstName, email, companyName: company?.name ?? null },
    state: stateOf(guest, key, now()),
    version: guest?.version ?? 0,
    guestId: guest?.documentId ?? null,
    companyContacts: guest?.companyContacts ?? false,
    companyRecords: guest?.companyRecords ?? false,
    pairedContacts: guest ? await pairedWith(strapi, guest) : [],
    resources,
    accessTypes: [...(grants?.accessTypes ?? [])],
    key: key && toAdminKey(strapi, key),
    mail: guest && toMail(await lastMessageAbout(strapi, GUEST, guest.documentId, 'access-key')),
  };
};
