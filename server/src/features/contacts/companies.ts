import type { Knex } from 'knex';
import { fold } from '../../../../contract';
import { newDocumentId, now, sql, tableOf, type Strapi } from '../../kernel';
import { foldedKey } from './rules';
import { contains } from './sql';

export const COMPANY = 'plugin::guest-access.company';

export interface Company {
  id: number;
  documentId: string;
  name: string;
}

const columns = { id: 'id', documentId: 'document_id', name: 'name' };

export const findCompany = (strapi: Strapi, documentId: string): Promise<Company | undefined> =>
  sql(strapi, (knex) =>
    knex(tableOf(strapi, COMPANY)).where({ document_id: documentId }).first<Company | undefined>(columns)
  );

const byName = (knex: Knex, table: string, nameKey: string) =>
  knex(table).where({ name_key: nameKey }).select<Company[]>(columns).limit(1);

/** The company of this name, if there is one. */
export const findCompanyByName = (strapi: Strapi, name: string): Promise<Company | undefined> =>
  sql(strapi, async (knex) => (await byName(knex, tableOf(strapi, COMPANY), foldedKey(name)))[0]);

/**
 * The company of this name, made where there is none; names that differ in case, accents or spaces are one. Two people
 * who type one name at the same moment get the same company: the unique index decides, and the later one finds the
 * earlier one's. Good inside a transaction too, where a failed insert would spoil it.
 */
export const findOrCreateCompany = (strapi: Strapi, name: string): Promise<Company> =>
  sql(strapi, async (knex) => {
    const table = tableOf(strapi, COMPANY);
    const nameKey = foldedKey(name);
    const [found] = await byName(knex, table, nameKey);
    if (found) return found;
    const at = now();
    await knex(table)
      .insert({
        document_id: newDocumentId(),
        name: name.trim(),
        name_key: nameKey,
        created_at: at,
        updated_at: at,
        published_at: at,
      })
      .onConflict('name_key')
      .ignore();
    // A locking read sees what another transaction has committed since ours began.
    const [company] = await byName(knex, table, nameKey).forShare();
    if (!company) throw new Error(`The company "${name}" was neither there nor created`);
    return company;
  });

const offeredMax = 20;

/** The first companies whose name holds a text, by name. */
export const listCompanies = (strapi: Strapi, q: string): Promise<Company[]> =>
  sql(strapi, (knex) => {
    const query = knex(tableOf(strapi, COMPANY))
      .select<Company[]>(columns)
      .orderBy('name_key')
      .orderBy('id')
      .limit(offeredMax);
    const text = fold(q);
    return text === '' ? query : query.whereRaw(...contains(strapi, 'name_key', text));
  });
