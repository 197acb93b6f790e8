import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { sql, tableOf, type Strapi } from '../../kernel';

const GRANT = 'plugin::guest-access.grant';
/** The subject type under which grants of access types are kept. */
export const ACCESS_TYPE = 'access-type';

/** What a guest was given: documentIds by resource type, and keys of access types. */
export interface Grants {
  resources: ReadonlyMap<string, readonly string[]>;
  accessTypes: readonly string[];
}

const table = (strapi: Strapi) => tableOf(strapi, GRANT);

/** The ids of the resources of one type that a guest holds, as a sub-query. */
export const grantedResources = (strapi: Strapi, guest: string, resourceType: string): Knex.QueryBuilder =>
  strapi.db
    .getConnection(`${table(strapi)} as granted`)
    .select('granted.subject')
    .where({ 'granted.guest': guest, 'granted.subject_type': resourceType });

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

/** Makes a guest's grants exactly these. Runs in the caller's transaction. */
export const replaceGrants = async (strapi: Strapi, guest: string, grants: Grants): Promise<void> => {
  const wanted = [
    ...grants.accessTypes.map((subject) => ({ subject_type: ACCESS_TYPE, subject })),
    ...[...grants.resources].flatMap(([type, ids]) => ids.map((subject) => ({ subject_type: type, subject }))),
  ];
  await sql(strapi, async (knex) => {
    await knex(table(strapi)).where({ guest }).delete();
    await insertGrants(knex, table(strapi), guest, wanted);
  });
};

/** Adds to what a guest holds; what he holds already is left alone. */
export const addGrants = async (strapi: Strapi, guest: string, grants: Grants): Promise<void> => {
  const held = await grantsOf(strapi, guest);
  const union = (a: readonly string[] = [], b: readonly string[] = []) => [...new Set([...a, ...b])];
  await replaceGrants(strapi, guest, {
    accessTypes: union(held.accessTypes, grants.accessTypes),
    resources: new Map(
      union([...held.resources.keys()], [...grants.resources.keys()]).map((type) => [
        type,
        union(held.resources.get(type), grants.resources.get(type)),
      ])
    ),
  });
};

export const removeGrantsOfGuest = (strapi: Strapi, guest: string): Promise<number> =>
  sql(strapi, (knex) => knex(table(strapi)).where({ guest }).delete());

/** A resource that is gone is in nobody's grants. */
export const removeGrantsOfResource = (strapi: Strapi, resourceType: string, documentId: string): Promise<number> =>
  sql(strapi, (knex) => knex(table(strapi)).where({ subject_type: resourceType, subject: documentId }).delete());

/** Rows an INSERT: SQLite takes 999 variables. */
const rowsPerInsert = 150;

const insertGrants = async (
  knex: Knex,
  into: string,
  guest: string,
  grants: { subject_type: string; subject: string }[]
): Promise<void> => {
  for (let start = 0; start < grants.length; start += rowsPerInsert) {
    const batch = grants.slice(start, start + rowsPerInsert);
    await knex(into).insert(batch.map((one) => ({ ...one, guest, document_id: randomUUID() })));
  }
};
