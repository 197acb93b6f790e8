import type { ImportGuestResult, ImportGuests } from '../../../../../contract';
import { requireAddress, unlessRefused, type PanelCaller, type Strapi } from '../../../kernel';
import type { ContactRow } from '../../contacts';
import { createGuest, findGuestOfContact, givesSomething } from '../../guests';
import type { RowRecord } from '../plan/rows';

export interface GuestOutcome {
  readonly result: ImportGuestResult;
  readonly guest: string | null;
}

const none = (result: ImportGuestResult): GuestOutcome => ({ result, guest: null });

/** Whether an editor may have guests made that get this. Asked as it is asked for, and again as it is done. */
export const mayGive = (guests: ImportGuests, caller: PanelCaller): boolean =>
  caller.holds('guests.create') && (!givesSomething(guests) || caller.may('changesWhatIsVisible'));

/**
 * Makes the guest that a row asks for, with the contact of the row. Who pairs a guest with a contact that was there before has to hold the
 * right to do so. Runs in the caller's transaction; what is refused is undone by itself.
 */
export const makeGuest = async (
  strapi: Strapi,
  row: RowRecord,
  { contact, isNew }: { contact: ContactRow; isNew: boolean },
  guests: ImportGuests,
  caller: PanelCaller
): Promise<GuestOutcome> => {
  const email = row.email ?? contact.email;
  if (email === null) return none('no-address');
  if (!mayGive(guests, caller) || !(isNew || caller.may('pairsContact'))) return none('not-allowed');
  const known = await findGuestOfContact(strapi, contact.documentId);
  if (known !== null) return { result: 'has-guest', guest: known.documentId };
  const { invite, companyContacts, companyRecords, resources, accessTypes } = guests;
  const outcome = await unlessRefused(strapi, () =>
    createGuest(strapi, {
      lastName: contact.lastName,
      firstName: contact.firstName,
      language: contact.locale ?? 'fr',
      address: requireAddress(email),
      addressProved: false,
      mobile: contact.mobile,
      password: null,
      mustChangePassword: false,
      contactIds: [contact.id],
      pairsByAddress: false,
      origin: 'editor',
      invitationLink: null,
      waiting: false,
      takesOver: null,
      closed: false,
      companyContacts,
      companyRecords,
      grants: { resources, accessTypes },
      actor: { kind: 'editor', name: caller.name },
      invite: invite ? { senderName: caller.name } : null,
    })
  );
  if ('value' in outcome) return { result: 'created', guest: outcome.value.documentId };
  return none(outcome.code === 'address_taken' ? 'address-taken' : 'not-allowed');
};
