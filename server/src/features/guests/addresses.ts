import { sql, tableOf, type Strapi } from '../../kernel';
import { CONTACT } from '../settings';
import { guestTable, type GuestRow } from './repository';

/* Whose an address or a login name is, in rows: unique in the database, whoever asks. */

/**
 * Which guest has one of these unique values. A locking read: on MariaDB it sees what another transaction has committed
 * since ours began.
 */
export const findHolder = (
  strapi: Strapi,
  { emailKey, login }: { emailKey: string | null; login: string | null }
): Promise<{ documentId: string; has: 'address' | 'login' } | null> =>
  sql(strapi, async (knex) => {
    const holderOf = (column: string, value: string | null) =>
      value === null
        ? undefined
        : knex(guestTable(strapi))
            .where({ [column]: value })
            .forShare()
            .first<{ document_id: string } | undefined>('document_id');
    const ofAddress = await holderOf('email_key', emailKey);
    if (ofAddress) return { documentId: ofAddress.document_id, has: 'address' };
    const ofLogin = await holderOf('login', login);
    return ofLogin ? { documentId: ofLogin.document_id, has: 'login' } : null;
  });

/** The login names that are `base`, or begin with it and a hyphen. */
export const loginsLike = (strapi: Strapi, base: string): Promise<string[]> =>
  sql(strapi, (knex) =>
    knex(guestTable(strapi)).where({ login: base }).orWhere('login', 'like', `${base}-%`).pluck<string[]>('login')
  );

/** Notes that a guest's address is theirs, if it is still this one. */
export const proveAddress = (strapi: Strapi, guest: Pick<GuestRow, 'id'>, address: string): Promise<number> =>
  sql(strapi, (knex) =>
    knex(guestTable(strapi)).where({ id: guest.id, email: address }).update({ email_proved: true })
  );

/** For accesses that were given before it was noted: the address that the contact has now. Run once, at boot. */
export const noteKnownEmails = (strapi: Strapi): Promise<number> =>
  sql(strapi, (knex) =>
    knex(guestTable(strapi))
      .where({ origin: 'contact', known_email: null })
      .update({
        known_email: knex.raw(`coalesce((select ?? from ?? where ?? = ??), '')`, [
          'contact.email',
          `${tableOf(strapi, CONTACT)} as contact`,
          'contact.document_id',
          'own_contact',
        ]),
      })
  );
