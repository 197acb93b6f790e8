import { configOf, rows, sql, type Strapi } from '../../kernel';
import { GUEST } from '../settings';
import { guests, guestTable, writeGuest, type GuestRow } from './repository';
import { keysOf } from './rules';

/** Fills the derived columns of rows that are older than they are, or came past Strapi. */
export const backfillMissing = async (strapi: Strapi): Promise<void> => {
  const missing = await guests(strapi).findMany({ where: { searchText: null } });
  for (const guest of missing) await writeGuest(strapi, guest, {});
};

const batchSize = 500;

/** Writes the derived columns of all guests again: an earlier version of the plugin made them by other rules. */
export const rederiveAll = async (strapi: Strapi): Promise<void> => {
  for (let last = 0, more = true; more;) {
    const batch = await rows<GuestRow & Record<'nameKey' | 'mobileNumber' | 'searchText', string | null>>(
      strapi,
      GUEST
    ).findMany({
      where: { id: { $gt: last } },
      orderBy: { id: 'asc' },
      limit: batchSize,
    });
    for (const guest of batch) {
      const { nameKey, mobileNumber, searchText } = keysOf(guest, configOf(strapi).phoneCountry);
      const isKept =
        nameKey === guest.nameKey && mobileNumber === guest.mobileNumber && searchText === guest.searchText;
      if (isKept) continue;
      const kept = { name_key: nameKey, mobile_number: mobileNumber, search_text: searchText };
      await sql(strapi, (knex) => knex(guestTable(strapi)).where({ id: guest.id }).update(kept));
    }
    last = batch.at(-1)?.id ?? last;
    more = batch.length === batchSize;
  }
};
