import { sql, type Strapi, type Table } from '../../../kernel';

/** One row: whoever imports holds it. */
export const turnTable = {
  name: 'guest_access_import_turn',
  columns: {
    name: { type: 'string', length: 20, required: true, unique: true },
    taken: { type: 'integer', required: true },
  },
} as const satisfies Table;

const name = 'import';

/** Makes the row that turns are taken by. */
export const prepareTurns = (strapi: Strapi): Promise<unknown> =>
  sql(strapi, async (knex) => knex(turnTable.name).insert({ name, taken: 0 }).onConflict('name').ignore());

/**
 * Waits until no other transaction imports, in the whole cluster, until the end of the running one: two who import the same file at the same
 * moment do not both find that somebody is not there yet. First in a transaction: on MariaDB what is read afterwards is as it stands then.
 */
export const takeTurn = (strapi: Strapi): Promise<unknown> =>
  sql(strapi, async (knex) => knex(turnTable.name).where({ name }).increment('taken', 1));
