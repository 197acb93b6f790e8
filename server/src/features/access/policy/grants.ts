import type { Knex } from 'knex';
import { newDocumentId, queryOfTable, sql, tableOf, type Strapi } from '../../../kernel';

const GRANT = 'plugin::guest-access.grant';
/** The subject type under which grants of access types are kept. */
export const ACCESS_TYPE = 'access-type';

/** What a guest was given: documentIds by resource type, and keys of access types. */
export interface Grants {
  resources: ReadonlyMap<string, readonly string[]>;
  accessTypes: readonly string[];
}

export const grantTable = (strapi: Strapi): string => tableOf(strapi, GRANT);
const table = grantTable;

/** The ids of the resources of one type that a guest holds, as a sub-query. */
export const grantedResources = (strapi: Strapi, guest: string, resourceType: string): Knex.QueryBuilder =>
  queryOfTable(strapi, `${table(strapi)} as granted`)
    .select('granted.subject')
    .where({ 'granted.guest': guest, 'granted.subject_type': resourceType });

/** The documentIds of the guests who hold something of a type, as a sub-query that knows the grants as `holding`. */
export const guestsHolding = (strapi: Strapi, subjectType: string): Knex.QueryBuilder =>
  queryOfTable(strapi, `${table(strapi)} as holding`)
    .select('holding.guest')
    .where('holding.subject_type', subjectType);

/** The documentIds of the guests who were given an access type, as a sub-query. */
export const guestsGiven = (strapi: Strapi, { accessType }: { accessType: string }): Knex.QueryBuilder =>
  guestsHolding(strapi, ACCESS_TYPE).where('holding.subject', accessType);

export interface Holding {
  accessTypes: string[];
  /** How many rows, of whatever type. */
  resources: number;
}

/** What some guests hold, in two queries whatever their number; who holds nothing is missing. */
export const holdingsOf = async (strapi: Strapi, guests: readonly string[]): Promise<Map<string, Holding>> => {
  const holdings = new Map<string, Holding>();
  const of = (guest: string): Holding => {
    const holding = holdings.get(guest) ?? { accessTypes: [], resources: 0 };
    holdings.set(guest, holding);
    return holding;
  };
  await sql(strapi, async (knex) => {
    const types = await knex(table(strapi))
      .select<{ guest: string; subject: string }[]>('guest', 'subject')
      .whereIn('guest', [...guests])
      .where({ subject_type: ACCESS_TYPE });
    for (const { guest, subject } of types) of(guest).accessTypes.push(subject);
    const counts = await knex(table(strapi))
      .select<{ guest: string; held: number | string }[]>('guest', knex.raw('count(*) as held'))
      .whereIn('guest', [...guests])
      .whereNot({ subject_type: ACCESS_TYPE })
      .groupBy('guest');
    for (const { guest, held } of counts) of(guest).resources = Number(held);
  });
  return holdings;
};

export const grantsOf = async (strapi: Strapi, guest: string): Promise<Grants> => {
  const found = await sql(strapi, (knex) =>
    knex(table(strapi)).select<{ subject_type: string; subject: string }[]>('subject_type', 'subject').where({ guest })
  );
  const resources = new Map<string, string[]>();
  const accessTypes: string[] = [];
  for (const { subject_type: type, subject } of found) {
    if (type === ACCESS_TYPE) {
      accessTypes.push(subject);
      continue;
    }
    const held = resources.get(type);
    if (held) held.push(subject);
    else resources.set(type, [subject]);
  }
  return { resources, accessTypes };
};

/** A grant as its row says it. */
interface Subject {
  subject_type: string;
  subject: string;
}

/** By what a guest was given something: `domain`, by the domain of the address they joined with; null, by a person. */
export type GrantSource = 'domain';

const subjectsOf = ({ accessTypes, resources }: Grants): Subject[] => [
  ...accessTypes.map((subject) => ({ subject_type: ACCESS_TYPE, subject })),
  ...[...resources].flatMap(([type, ids]) => ids.map((subject) => ({ subject_type: type, subject }))),
];

const nameOf = ({ subject_type: type, subject }: Subject): string => `${type} ${subject}`;

/** Those of `some` that are not among `others`. */
const without = (some: readonly Subject[], others: readonly Subject[]): Subject[] => {
  const names = new Set(others.map(nameOf));
  return some.filter((one) => !names.has(nameOf(one)));
};

const subjectsHeld = (knex: Knex, from: string, held: { guest: string; source?: GrantSource }): Promise<Subject[]> =>
  knex(from).select<Subject[]>('subject_type', 'subject').where(held);

/** Makes a guest's grants exactly these; what stays keeps its source. Runs in the caller's transaction. */
export const replaceGrants = async (strapi: Strapi, guest: string, grants: Grants): Promise<void> => {
  const wanted = subjectsOf(grants);
  await sql(strapi, async (knex) => {
    const held = await subjectsHeld(knex, table(strapi), { guest });
    await deleteGrants(knex, table(strapi), guest, without(held, wanted));
    await insertGrants(knex, table(strapi), guest, without(wanted, held), null);
  });
};

/**
 * Adds to what a guest holds; what they hold already is left alone. Runs in the caller's transaction.
 * @returns whether there was anything to add
 */
export const addGrants = (
  strapi: Strapi,
  guest: string,
  grants: Grants,
  source: GrantSource | null = null
): Promise<boolean> =>
  sql(strapi, async (knex) => {
    const added = without(subjectsOf(grants), await subjectsHeld(knex, table(strapi), { guest }));
    await insertGrants(knex, table(strapi), guest, added, source);
    return added.length > 0;
  });

/** Takes these from a guest, whatever gave them. Runs in the caller's transaction. @returns whether they held any of it */
export const dropGrants = (strapi: Strapi, guest: string, grants: Grants): Promise<boolean> =>
  sql(strapi, async (knex) => {
    const dropped = new Set(subjectsOf(grants).map(nameOf));
    const held = (await subjectsHeld(knex, table(strapi), { guest })).filter((one) => dropped.has(nameOf(one)));
    await deleteGrants(knex, table(strapi), guest, held);
    return held.length > 0;
  });

/**
 * Takes from a guest what they were given by `source`, but for what they are to keep. Runs in the caller's transaction.
 * @returns whether there was anything
 */
export const dropGrantsBy = (strapi: Strapi, guest: string, source: GrantSource, keep: Grants): Promise<boolean> =>
  sql(strapi, async (knex) => {
    const dropped = without(await subjectsHeld(knex, table(strapi), { guest, source }), subjectsOf(keep));
    await deleteGrants(knex, table(strapi), guest, dropped);
    return dropped.length > 0;
  });

/** Takes from a guest what is not among these, and gives nothing. Runs in the caller's transaction. */
export const narrowGrants = (strapi: Strapi, guest: string, keep: Grants): Promise<void> =>
  sql(strapi, async (knex) => {
    const held = await subjectsHeld(knex, table(strapi), { guest });
    await deleteGrants(knex, table(strapi), guest, without(held, subjectsOf(keep)));
  });

export const removeGrantsOfGuest = (strapi: Strapi, guest: string): Promise<number> =>
  sql(strapi, (knex) => knex(table(strapi)).where({ guest }).delete());

/** A resource that is gone is in nobody's grants. */
export const removeGrantsOfResource = (strapi: Strapi, resourceType: string, documentId: string): Promise<number> =>
  sql(strapi, (knex) => knex(table(strapi)).where({ subject_type: resourceType, subject: documentId }).delete());

/** Rows a statement: SQLite takes 999 variables. */
const rowsAtOnce = 150;

const insertGrants = async (
  knex: Knex,
  into: string,
  guest: string,
  grants: readonly Subject[],
  source: GrantSource | null
): Promise<void> => {
  for (let start = 0; start < grants.length; start += rowsAtOnce) {
    const batch = grants.slice(start, start + rowsAtOnce);
    await knex(into).insert(batch.map((one) => ({ ...one, guest, source, document_id: newDocumentId() })));
  }
};

const deleteGrants = async (knex: Knex, from: string, guest: string, grants: readonly Subject[]): Promise<void> => {
  for (const type of new Set(grants.map((one) => one.subject_type))) {
    const subjects = grants.filter((one) => one.subject_type === type).map(({ subject }) => subject);
    for (let start = 0; start < subjects.length; start += rowsAtOnce) {
      const batch = subjects.slice(start, start + rowsAtOnce);
      await knex(from).where({ guest, subject_type: type }).whereIn('subject', batch).delete();
    }
  }
};
