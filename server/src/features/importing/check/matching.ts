import type { Knex } from 'knex';
import type { ImportMatchKind } from '../../../../../contract';
import { sql, tableOf, type PanelCaller, type Strapi } from '../../../kernel';
import { COMPANY } from '../../contacts';
import { CONTACT, GUEST } from '../../settings';
import { rowTable } from '../tables';

/** Who somebody of a file is already: a contact, or a row further up. One of the two. */
export interface Match {
  readonly by: ImportMatchKind;
  readonly contact: number | null;
  readonly row: number | null;
}

/** Rows of one import, from an id to an id, both among them. */
export interface Span {
  readonly importId: number;
  readonly from: number;
  readonly to: number;
}

/**
 * A look for the first `o` beside a row `r` by a column of it: it walks an index and stops at the first, however many there are, so that a
 * file of one and the same person costs no more than another.
 */
interface Look {
  readonly column: string;
  readonly first: (knex: Knex) => Knex.QueryBuilder;
}

const numbers = ['phone_number', 'direct_line_number', 'mobile_number'] as const;
const everyNumber = (look: (theirs: string, ours: string) => Look): Look[] =>
  numbers.flatMap((theirs) => numbers.map((ours) => look(theirs, ours)));

/** How rows are looked for among the contacts. */
const contactLooks = (strapi: Strapi): Record<ImportMatchKind, Look[]> => {
  const contacts = (knex: Knex) => knex({ o: tableOf(strapi, CONTACT) }).min('o.id');
  const namesake = (knex: Knex) =>
    contacts(knex)
      .whereRaw('o.last_name_key = r.last_name_key')
      .whereRaw("COALESCE(o.first_name_key, '') = COALESCE(r.first_name_key, '')");
  return {
    email: [
      { column: 'email_key', first: (knex) => contacts(knex).whereRaw('o.email_key = r.email_key') },
      {
        column: 'email_key',
        first: (knex) =>
          contacts(knex)
            .join({ g: tableOf(strapi, GUEST) }, 'g.own_contact', 'o.document_id')
            .whereRaw('g.email_key = r.email_key'),
      },
    ],
    name: [
      {
        column: 'company_key',
        first: (knex) =>
          namesake(knex)
            .join({ k: tableOf(strapi, COMPANY) }, 'k.id', 'o.company_id')
            .whereRaw('k.name_key = r.company_key'),
      },
      {
        column: 'last_name_key',
        first: (knex) => namesake(knex).whereNull('o.company_id').whereRaw('r.company_key IS NULL'),
      },
    ],
    phone: everyNumber((theirs, ours) => ({
      column: ours,
      first: (knex) => contacts(knex).whereRaw('?? = ??', [`o.${theirs}`, `r.${ours}`]),
    })),
  };
};

/** And among the rows further up. */
const lookAbove = (theirs: string, ours: string): Look => ({
  column: ours,
  first: (knex) =>
    knex({ o: rowTable.name })
      .min('o.id')
      .whereRaw('o.import_id = r.import_id AND ?? = ?? AND o.id < r.id', [`o.${theirs}`, `r.${ours}`]),
});
const aboveLooks: Record<ImportMatchKind, Look[]> = {
  email: [lookAbove('email_key', 'email_key')],
  name: [lookAbove('name_key', 'name_key')],
  phone: everyNumber(lookAbove),
};

/** Each column that rows are looked for by. */
const columns = ['email_key', 'name_key', 'company_key', 'last_name_key', ...numbers] as const;

/** Those of the columns that some row has. */
const usedColumns = async (knex: Knex, { importId, from, to }: Span): Promise<ReadonlySet<string>> => {
  const [counts] = await knex(rowTable.name)
    .where('import_id', importId)
    .whereBetween('id', [from, to])
    .count<Record<string, number | string>[]>(Object.fromEntries(columns.map((column) => [column, column])));
  return new Set(columns.filter((column) => Number(counts?.[column] ?? 0) > 0));
};

const found = async (knex: Knex, { importId, from, to }: Span, { column, first }: Look) => {
  const rows: { id: number; other: number | string | null }[] = await knex({ r: rowTable.name })
    .where('r.import_id', importId)
    .whereBetween('r.id', [from, to])
    .whereNotNull(`r.${column}`)
    .select({ id: 'r.id', other: first(knex) });
  return rows.flatMap(({ id, other }) => (other === null ? [] : [[id, Number(other)] as const]));
};

/**
 * Who the people of some rows are already, by row id: by address before name and company, by those before telephone; a contact before a row. A
 * switchboard's number is many people's: what was found by telephone is a hint. Of contacts whom the caller may not see they learn nothing.
 */
export const matchRows = async (strapi: Strapi, span: Span, caller: PanelCaller): Promise<Map<number, Match>> => {
  const matches = new Map<number, Match>();
  const contacts = contactLooks(strapi);
  await sql(strapi, async (knex) => {
    const used = await usedColumns(knex, span);
    const isUsed = ({ column }: Look) => used.has(column);
    for (const by of ['email', 'name', 'phone'] as const) {
      for (const look of caller.may('showsContact') ? contacts[by].filter(isUsed) : [])
        for (const [id, contact] of await found(knex, span, look))
          if (!matches.has(id)) matches.set(id, { by, contact, row: null });
      for (const look of aboveLooks[by].filter(isUsed))
        for (const [id, row] of await found(knex, span, look))
          if (!matches.has(id)) matches.set(id, { by, contact: null, row });
    }
  });
  return matches;
};
