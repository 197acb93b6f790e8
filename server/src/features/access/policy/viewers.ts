import type { Knex } from 'knex';
import { rowActions, type RowAction, type ViewerWay } from '../../../../../contract';
import { knexOf, linksOf, queryOfTable, sql, tableOf, type Strapi } from '../../../kernel';
import { CONTACT, GUEST } from '../../settings';
import { ACCESS_TYPE, guestsHolding } from './grants';
import { allows, grantedReach, openPart, toReach, type Reach } from './profile';
import { idsAlongRule, idsLeadingTo, idsReachedFrom, passesPublishedOnly, type Ids } from './rule-sql';

/*
 * The row filter turned round: from a row to the guests who reach it, along each rule's path and then along the index of the
 * grants, so that nobody is asked guest by guest. `tests/api/viewers.test.ts` and the oracle hold it to the row filter.
 */

/** A way by which the settings let guests reach rows of a content type, whoever holds it. */
export interface OpenWay extends Pick<ViewerWay, 'kind' | 'key' | 'labels'> {
  readonly reach: Reach;
}

/** The ways to a content type that are open at the moment. */
export const waysTo = async (strapi: Strapi, uid: string): Promise<OpenWay[]> => {
  const { resourceTypes, accessTypes } = await openPart(strapi);
  const isOfType = ({ contentType }: { contentType: string }) => contentType === uid;
  return [
    ...resourceTypes
      .filter(isOfType)
      .map((type) => ({ kind: 'resource' as const, key: uid, labels: type.labels, reach: grantedReach(type) })),
    ...accessTypes
      .filter(isOfType)
      .map((type) => ({ kind: 'access' as const, key: type.key, labels: type.labels, reach: toReach(type) })),
  ];
};

/** The row that is asked about. */
export interface AskedRow {
  readonly uid: string;
  readonly documentId: string;
}

/** The versions of the row, in any language, that a way may show. */
const versionsFor = (strapi: Strapi, { uid, documentId }: AskedRow, { drafts }: Reach): Ids => {
  const versions = queryOfTable(strapi, `${tableOf(strapi, uid)} as asked`)
    .select('asked.id')
    .where('asked.document_id', documentId);
  return passesPublishedOnly(strapi, { drafts }, uid) ? versions.whereNotNull('asked.published_at') : versions;
};

/** The guests, by row id, who see the rows of some contacts: their own, or with *company records* those of the same companies. */
const guestsOfContacts = (strapi: Strapi, contacts: () => Ids): Ids => {
  const { table, own, target } = linksOf(strapi, GUEST, 'contacts');
  const paired = () => queryOfTable(strapi, `${table} as paired`).select(`paired.${own} as id`);
  const colleagues = idsLeadingTo(strapi, CONTACT, 'company', idsReachedFrom(strapi, CONTACT, 'company', contacts()));
  const wide = paired()
    .join(`${tableOf(strapi, GUEST)} as wide`, 'wide.id', `paired.${own}`)
    .where('wide.company_records', true)
    .whereIn(`paired.${target}`, colleagues);
  // As a table of its own: MySQL would go through a union again for each guest.
  const tied = paired().whereIn(`paired.${target}`, contacts()).unionAll(wide);
  return knexOf(strapi).from(tied.as('tied')).select('tied.id');
};

/** Leaves those of some guests, whom the query knows as `viewer`, whom a way's rule ties to the row. */
const narrowToTied = (strapi: Strapi, viewers: Ids, row: AskedRow, { rule, drafts }: Reach, versions: Ids): Ids => {
  if (rule.kind === 'all') return viewers.whereExists(versions);
  if (rule.kind === 'granted') {
    const holders = guestsHolding(strapi, row.uid).where('holding.subject', row.documentId);
    return viewers.whereIn('viewer.document_id', holders).whereExists(versions);
  }
  const ends = () => idsAlongRule(strapi, row.uid, { rule, drafts }, versions.clone());
  if (rule.kind === 'guest') return viewers.whereIn('viewer.id', ends());
  if (rule.kind === 'contact') return viewers.whereIn('viewer.id', guestsOfContacts(strapi, ends));
  const { resourceType = '' } = rule;
  const resources = queryOfTable(strapi, `${tableOf(strapi, resourceType)} as resource`)
    .select('resource.document_id')
    .whereIn('resource.id', ends());
  if (passesPublishedOnly(strapi, { drafts }, resourceType)) void resources.whereNotNull('resource.published_at');
  return viewers.whereIn(
    'viewer.document_id',
    guestsHolding(strapi, resourceType).whereIn('holding.subject', resources)
  );
};

/** The guests, by row id, who reach a row by a way; closed ones too. */
const guestsBy = (strapi: Strapi, row: AskedRow, { kind, key, reach }: OpenWay): Ids => {
  const viewers = queryOfTable(strapi, `${tableOf(strapi, GUEST)} as viewer`).select('viewer.id');
  const held = guestsHolding(strapi, ACCESS_TYPE).where('holding.subject', key);
  if (kind === 'access' && reach.rule.kind === 'all') void viewers.whereIn('viewer.document_id', held);
  // Asked guest by guest of the grants' unique index: how many others hold the same does not matter to the few who are tied.
  else if (kind === 'access')
    void viewers.whereExists(held.whereRaw('?? = ??', ['holding.guest', 'viewer.document_id']));
  return narrowToTied(strapi, viewers, row, reach, versionsFor(strapi, row, reach));
};

/** The guests whom some ways let read a row, as a query over their table, which it knows as `guest`. */
const viewersBy = (strapi: Strapi, knex: Knex, row: AskedRow, ways: readonly OpenWay[]): Knex.QueryBuilder => {
  const [first, ...more] = ways.map((way) => guestsBy(strapi, row, way));
  const guests = knex({ guest: tableOf(strapi, GUEST) });
  if (first === undefined) return guests.whereRaw('1 = 0');
  const seen = more.length > 0 ? first.unionAll(more) : first;
  return guests.whereIn('guest.id', knex.from(seen.as('seen')).select('seen.id'));
};

/** Some of those who see a row, by row id. */
export interface Viewers {
  readonly ids: readonly number[];
  /** How many are let in, and how many would see it were their access open. */
  readonly openTotal: number;
  readonly closedTotal: number;
}

/** One page, by name, of the guests who see a row: who reach it, and are let in. */
export const findViewers = (
  strapi: Strapi,
  row: AskedRow,
  ways: readonly OpenWay[],
  { page, pageSize }: { page: number; pageSize: number }
): Promise<Viewers> =>
  sql(strapi, async (knex) => {
    const readable = ways.filter(({ reach }) => allows('find')(reach));
    const found: { id: number }[] = await viewersBy(strapi, knex, row, readable)
      .where('guest.closed', false)
      .select('guest.id as id')
      .orderBy(['guest.name_key', 'guest.id'])
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    const counted: { closed: boolean | number; total: number | string }[] = await viewersBy(strapi, knex, row, readable)
      .select('guest.closed as closed')
      .count({ total: '*' })
      .groupBy('guest.closed');
    const totalOf = (closed: boolean) => Number(counted.find((one) => Boolean(one.closed) === closed)?.total ?? 0);
    return { ids: found.map(({ id }) => id), openTotal: totalOf(false), closedTotal: totalOf(true) };
  });

/**
 * By which ways each of some who see a row reaches it, by row id; also those that do not let them read it. Where there is one way,
 * it is theirs.
 */
export const waysOfViewers = (
  strapi: Strapi,
  row: AskedRow,
  ways: readonly OpenWay[],
  ids: readonly number[]
): Promise<Map<number, OpenWay[]>> =>
  sql(strapi, async (knex) => {
    if (ways.length === 1 || ids.length === 0) return new Map(ids.map((id) => [id, [...ways]]));
    const byGuest = new Map(ids.map((id): [number, OpenWay[]] => [id, []]));
    for (const way of ways) {
      const reached = guestsBy(strapi, row, way).whereIn('viewer.id', [...ids]);
      const found: { id: number }[] = await knex.from(reached.as('seen')).select('seen.id as id');
      for (const { id } of found) byGuest.get(id)?.push(way);
    }
    return byGuest;
  });

/** What a way lets a guest do with a row that is there already. */
export const actionsOn = ({ reach }: OpenWay): RowAction[] => rowActions.filter((action) => allows(action)(reach));
