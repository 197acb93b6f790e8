import type { ContactAccess, ShownAccess } from '../../../../contract';
import { readableAddress, type PanelCaller, type Strapi } from '../../kernel';
import type { ContactRow } from '../contacts';
import { accessStateOf, findGuestOfContact, keyPort, presentGrants, presentMail, presentPaired } from '../guests';
import { lastMessageAbout } from '../mail';
import { GUEST } from '../settings';
import { keyAddressOf } from './rules';

/** A contact's access as an editor sees it. No secret is in it. Resources that are gone are left out. */
export const presentAccess = async (strapi: Strapi, contact: ContactRow): Promise<ContactAccess> => {
  const guest = await findGuestOfContact(strapi, contact.documentId);
  const { documentId, lastName, firstName, email, company } = contact;
  return {
    contact: {
      documentId,
      lastName,
      firstName,
      email: email && readableAddress(email),
      companyName: company?.name ?? null,
    },
    state: await accessStateOf(strapi, guest),
    version: guest?.version ?? 0,
    guestId: guest?.documentId ?? null,
    companyContacts: guest?.companyContacts ?? false,
    companyRecords: guest?.companyRecords ?? false,
    pairedContacts: guest ? await presentPaired(strapi, guest) : [],
    ...(guest ? await presentGrants(strapi, guest.documentId) : { resources: [], accessTypes: [] }),
    key: guest && (await keyPort().keyOf(strapi, guest.documentId)),
    sendsKeyTo: keyAddressOf({ guest, contact })?.address ?? null,
    mail: guest && presentMail(await lastMessageAbout(strapi, GUEST, guest.documentId, 'access-key')),
  };
};

/** A contact's access cut to what this editor may see. */
export const presentShownAccess = async (
  strapi: Strapi,
  contact: ContactRow,
  caller: PanelCaller
): Promise<ShownAccess> => {
  const access = await presentAccess(strapi, contact);
  if (caller.may('showsAccess')) return access;
  const { documentId } = contact;
  const unnamed = { documentId, lastName: null, firstName: null, email: null, companyName: null };
  return {
    contact: caller.may('showsContact') ? access.contact : unnamed,
    state: null,
    version: access.version,
    guestId: null,
    companyContacts: null,
    companyRecords: null,
    pairedContacts: null,
    resources: null,
    accessTypes: null,
    key: caller.may('showsSecret') ? access.key : null,
    sendsKeyTo: null,
    mail: caller.may('sendsKey') ? access.mail : null,
  };
};
