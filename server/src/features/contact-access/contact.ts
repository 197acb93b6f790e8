import { notFound, type PanelCaller, type Strapi } from '../../kernel';
import { record, type Happening } from '../activity';
import { findContact, type ContactRow } from '../contacts';
import { findGuestOfContact, type GuestRow } from '../guests';

/** @throws 404 */
export const contactOf = async (strapi: Strapi, contactId: string): Promise<ContactRow> => {
  const contact = await findContact(strapi, contactId);
  if (contact === null) throw notFound();
  return contact;
};

/** @throws 404 for a contact without access */
export const guestOf = async (strapi: Strapi, contact: ContactRow): Promise<GuestRow> => {
  const guest = await findGuestOfContact(strapi, contact.documentId);
  if (guest === null) throw notFound();
  return guest;
};

/** Notes what an editor did, in the transaction in which they do it. */
export const noteOf =
  (strapi: Strapi, { name }: Pick<PanelCaller, 'name'>) =>
  (
    action: Happening['action'],
    guest: string | null,
    { contact, ...details }: NonNullable<Happening['details']> & { contact?: string } = {}
  ): Promise<void> =>
    record(strapi, { action, guest, contact, actor: { kind: 'editor', name }, details });
