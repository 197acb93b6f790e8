import type { Knex } from 'knex';
import type { Rule } from '../../../../contract';
import { tableOf, type GuestPrincipal, type Strapi } from '../../kernel';
import { CONTACT, GUEST } from '../settings';
import { grantedResources } from './grants';

/** How a relation is stored: what Strapi's database metadata says of an attribute. */
interface StoredRelation {
  target: string;
  /** A column of one of the two tables: `own.<name> = target.<referencedColumn>`. */
  joinColumn?: { name: string; referencedColumn: string };
  /** A table of links. `on` narrows it to one field (components share theirs). */
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
    on?: Record<string, unknown>;
  };
}

export const storedRelation = (strapi: Strapi, uid: string, name: string): StoredRelation => {
  const attribute: unknown = strapi.db.metadata.get(uid).attributes[name];
  if (typeof attribute !== 'object' || attribute === null || !('target' in attribute)) {
    throw new Error(`guest-access: ${uid} has no relation ${name}`);
  }
  return attribute as StoredRelation;
};

/** Ids of rows of one table, as a sub-query that stands alone. */
export type Ids = Knex.QueryBuilder;

const from = (strapi: Strapi, table: string, alias: string) => strapi.db.getConnection(`${table} as ${alias}`);

/**
 * The ids of the rows of `uid` whose relation `name` leads to one of `targets`. With `only`, a column of the query around
 * it, the sub-query looks at that one row: then it is checked row by row as the outer query runs, instead of being
 * worked out as a whole first.
 */
export const idsLeadingTo = (strapi: Strapi, uid: string, name: string, targets: Ids, only?: Knex.Raw): Ids => {
  const { joinTable, joinColumn, target } = storedRelation(strapi, uid, name);
  const narrow = (query: Ids, column: string) => (only ? query.where(column, only) : query);
  if (joinTable) {
    const links = from(strapi, joinTable.name, 'link')
      .select(`link.${joinTable.joinColumn.name}`)
      .whereIn(`link.${joinTable.inverseJoinColumn.name}`, targets);
    for (const [column, value] of Object.entries(joinTable.on ?? {}))
      void links.where(`link.${column}`, value as string);
    return narrow(links, `link.${joinTable.joinColumn.name}`);
  }
  if (!joinColumn) throw new Error(`guest-access: relation ${name} of ${uid} is not stored in a way that is known`);
  if (joinColumn.name === 'id') {
    const inverse = from(strapi, tableOf(strapi, target), 'link')
      .select(`link.${joinColumn.referencedColumn}`)
      .whereIn('link.id', targets)
      .whereNotNull(`link.${joinColumn.referencedColumn}`);
    return narrow(inverse, `link.${joinColumn.referencedColumn}`);
  }
  const own = from(strapi, tableOf(strapi, uid), 'own').select('own.id').whereIn(`own.${joinColumn.name}`, targets);
  return narrow(own, 'own.id');
};

/** The ids of the rows that the relation `name` of the rows `sources` leads to. */
export const idsReachedFrom = (strapi: Strapi, uid: string, name: string, sources: Ids): Ids => {
  const { joinTable, joinColumn, target } = storedRelation(strapi, uid, name);
  if (joinTable) {
    const links = from(strapi, joinTable.name, 'link')
      .select(`link.${joinTable.inverseJoinColumn.name}`)
      .whereIn(`link.${joinTable.joinColumn.name}`, sources);
    for (const [column, value] of Object.entries(joinTable.on ?? {}))
      void links.where(`link.${column}`, value as string);
    return links;
  }
  if (!joinColumn) throw new Error(`guest-access: relation ${name} of ${uid} is not stored in a way that is known`);
  if (joinColumn.name === 'id') {
    return from(strapi, tableOf(strapi, target), 'own')
      .select('own.id')
      .whereIn(`own.${joinColumn.referencedColumn}`, sources);
  }
  return from(strapi, tableOf(strapi, uid), 'link')
    .select(`link.${joinColumn.name}`)
    .whereIn('link.id', sources)
    .whereNotNull(`link.${joinColumn.name}`);
};

const own = (strapi: Strapi, uid: string, id: number): Ids =>
  from(strapi, tableOf(strapi, uid), 'self').select('self.id').where('self.id', id);

/** The contacts whose rows a guest may see: his own, or with *company records* all of the same companies. */
export const contactsOf = (strapi: Strapi, guest: Pick<GuestPrincipal, 'id' | 'companyRecords'>): Ids => {
  const paired = () => idsReachedFrom(strapi, GUEST, 'contacts', own(strapi, GUEST, guest.id));
  if (!guest.companyRecords) return paired();
  const companies = idsReachedFrom(strapi, CONTACT, 'company', paired());
  return from(strapi, tableOf(strapi, CONTACT), 'peer')
    .select('peer.id')
    .where((either) =>
      either.whereIn('peer.id', paired()).orWhereIn('peer.id', idsLeadingTo(strapi, CONTACT, 'company', companies))
    );
};

/** The rows of a resource type that a guest was given. A document has a row a language and a version; all of them count. */
const resourcesOf = (strapi: Strapi, guest: GuestPrincipal, resourceType: string): Ids =>
  from(strapi, tableOf(strapi, resourceType), 'resource')
    .select('resource.id')
    .whereIn('resource.document_id', grantedResources(strapi, guest.documentId, resourceType));

const targetsOf = (strapi: Strapi, guest: GuestPrincipal, rule: Rule): Ids => {
  if (rule.kind === 'contact') return contactsOf(strapi, guest);
  if (rule.kind === 'guest') return own(strapi, GUEST, guest.id);
  return resourcesOf(strapi, guest, rule.resourceType ?? '');
};

/** The ids of the rows of `uid` that a rule with a path ties to a guest. `only` as in `idsLeadingTo`. */
export const idsByRule = (strapi: Strapi, guest: GuestPrincipal, uid: string, rule: Rule, only?: Knex.Raw): Ids => {
  const names = (rule.path ?? '').split('.');
  const types = [uid];
  for (const name of names) types.push(storedRelation(strapi, types.at(-1) ?? uid, name).target);
  return names.reduceRight(
    (targets, name, index) => idsLeadingTo(strapi, types[index] ?? uid, name, targets, index === 0 ? only : undefined),
    targetsOf(strapi, guest, rule)
  );
};
