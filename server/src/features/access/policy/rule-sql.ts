import type { Knex } from 'knex';
import type { Rule } from '../../../../../contract';
import {
  hasDrafts,
  knexOf,
  linksOf,
  modelOf,
  queryOfTable,
  relatedType,
  sql,
  tableOf,
  type GuestPrincipal,
  type Links,
  type Strapi,
} from '../../../kernel';
import { CONTACT, GUEST } from '../../settings';
import { grantedResources } from './grants';

/** Ids of rows of one table, as a sub-query that stands alone. */
export type Ids = Knex.QueryBuilder;

/**
 * The same, or, given a column of the query around it, narrowed to the one row which that column names: then it is looked
 * at row by row as the outer query runs, instead of being worked out as a whole first.
 */
type IdsFor = (only?: Knex.Raw) => Ids;

const from = (strapi: Strapi, table: string, alias: string) => queryOfTable(strapi, `${table} as ${alias}`);
const fromLinks = (strapi: Strapi, { table, on }: Links, alias: string): Ids => {
  const links = from(strapi, table, alias);
  for (const [key, value] of Object.entries(on)) void links.where(`${alias}.${key}`, value as string);
  return links;
};
const column = (strapi: Strapi, name: string): Knex.Raw => knexOf(strapi).raw('??', [name]);

/** `depth` keeps the aliases of nested steps apart. */
const leadingTo =
  (strapi: Strapi, uid: string, name: string, targets: IdsFor, depth = 0): IdsFor =>
  (only) => {
    const relation = linksOf(strapi, uid, name);
    const { own, target, kept } = relation;
    const alias = `link${depth}`;
    const links = fromLinks(strapi, relation, alias).select(`${alias}.${own}`);
    if (only) return links.where(`${alias}.${own}`, only).whereExists(targets(column(strapi, `${alias}.${target}`)));
    // Of the rows of the other table some are tied to nothing.
    if (kept === 'there') void links.whereNotNull(`${alias}.${own}`);
    return links.whereIn(`${alias}.${target}`, targets());
  };

/** The ids of the rows of `uid` whose relation `name` leads to one of `targets`. */
export const idsLeadingTo = (strapi: Strapi, uid: string, name: string, targets: Ids): Ids =>
  leadingTo(strapi, uid, name, () => targets)();

/** The ids of the rows that the relation `name` of the rows `sources` leads to. */
export const idsReachedFrom = (strapi: Strapi, uid: string, name: string, sources: Ids): Ids => {
  const relation = linksOf(strapi, uid, name);
  return fromLinks(strapi, relation, 'link')
    .select(`link.${relation.target}`)
    .whereIn(`link.${relation.own}`, sources)
    .whereNotNull(`link.${relation.target}`);
};

/** The links of some rows, as the database keeps them: a row without drafts may be linked to a draft and to what is published. */
export const linkPairs = async (
  strapi: Strapi,
  uid: string,
  name: string,
  ids: readonly number[]
): Promise<{ own: number; target: number }[]> => {
  if (ids.length === 0) return [];
  const relation = linksOf(strapi, uid, name);
  const pairs = fromLinks(strapi, relation, 'link')
    .select(`link.${relation.own} as own`, `link.${relation.target} as target`)
    .whereIn(`link.${relation.own}`, [...ids])
    .whereNotNull(`link.${relation.target}`);
  return sql(strapi, async (knex) => await knex.select('*').from(pairs.as('pairs')));
};

const own =
  (strapi: Strapi, uid: string, id: number): IdsFor =>
  (only) => {
    const self = from(strapi, tableOf(strapi, uid), 'self').select('self.id').where('self.id', id);
    return only ? self.where('self.id', only) : self;
  };

type Pairing = Pick<GuestPrincipal, 'id' | 'companyRecords'>;

const pairedWith =
  (strapi: Strapi, guest: Pairing): IdsFor =>
  (only) => {
    const links = linksOf(strapi, GUEST, 'contacts');
    const paired = from(strapi, links.table, 'paired')
      .select(`paired.${links.target} as id`)
      .where(`paired.${links.own}`, guest.id);
    return only ? paired.where(`paired.${links.target}`, only) : paired;
  };

const contactsFor =
  (strapi: Strapi, guest: Pairing): IdsFor =>
  (only) => {
    const paired = pairedWith(strapi, guest);
    if (!guest.companyRecords) return paired(only);
    const colleagues = idsLeadingTo(strapi, CONTACT, 'company', idsReachedFrom(strapi, CONTACT, 'company', paired()));
    if (only) {
      const colleague = from(strapi, tableOf(strapi, CONTACT), 'colleague').select('colleague.id');
      return paired(only).unionAll(colleague.where('colleague.id', only).whereIn('colleague.id', colleagues));
    }
    // As a table of its own: MySQL would go through a union again for each row.
    return knexOf(strapi).from(paired().unionAll(colleagues).as('reach')).select('reach.id');
  };

/** The contacts whose rows a guest may see: their own, or with *company records* all of the same companies. */
export const contactsOf = (strapi: Strapi, guest: Pairing): Ids => contactsFor(strapi, guest)();

/** A rule, and whether its path may lead through what is not published. */
export interface Way {
  readonly rule: Rule;
  readonly drafts: boolean;
}

/** Whether rows of a type have to be published for a way to lead through them. */
export const passesPublishedOnly = (strapi: Strapi, { drafts }: Pick<Way, 'drafts'>, uid: string): boolean => {
  const model = modelOf(strapi, uid);
  return !drafts && model !== null && hasDrafts(model);
};

/** The rows of a resource type that a guest was given. A document has a row a language and a version; each counts for itself. */
const resourcesFor =
  (strapi: Strapi, guest: GuestPrincipal, resourceType: string, way: Way): IdsFor =>
  (only) => {
    const granted = grantedResources(strapi, guest.documentId, resourceType);
    const resources = from(strapi, tableOf(strapi, resourceType), 'resource').select('resource.id');
    if (passesPublishedOnly(strapi, way, resourceType)) void resources.whereNotNull('resource.published_at');
    if (!only) return resources.whereIn('resource.document_id', granted);
    const isGranted = granted.where('granted.subject', column(strapi, 'resource.document_id'));
    return resources.where('resource.id', only).whereExists(isGranted);
  };

const targetsFor = (strapi: Strapi, guest: GuestPrincipal, way: Way): IdsFor => {
  const { kind, resourceType } = way.rule;
  if (kind === 'contact') return contactsFor(strapi, guest);
  if (kind === 'guest') return own(strapi, GUEST, guest.id);
  return resourcesFor(strapi, guest, resourceType ?? '', way);
};

interface Step {
  uid: string;
  name: string;
}

/** The steps of a rule's path from the type it is for, and what the last of them has to lead to. */
const stepsOf = (strapi: Strapi, uid: string, rule: Rule): Step[] => {
  let from = uid;
  return (rule.path ?? '').split('.').map((name) => {
    const step = { uid: from, name };
    from = relatedType(strapi, from, name);
    return step;
  });
};

/** Those of some rows of a type that are published. */
const published =
  (strapi: Strapi, uid: string, ids: IdsFor, depth: number): IdsFor =>
  (only) => {
    const alias = `public${depth}`;
    const among = from(strapi, tableOf(strapi, uid), alias).select(`${alias}.id`).whereNotNull(`${alias}.published_at`);
    if (only) return among.where(`${alias}.id`, only).whereExists(ids(column(strapi, `${alias}.id`)));
    return among.whereIn(`${alias}.id`, ids());
  };

/** The ids of the rows to which a rule's path leads from the rows `sources` of `uid`: `idsByRule` turned round. */
export const idsAlongRule = (strapi: Strapi, uid: string, way: Way, sources: Ids): Ids =>
  stepsOf(strapi, uid, way.rule).reduce((ids, step, depth) => {
    const isPassed = depth > 0 && passesPublishedOnly(strapi, way, step.uid);
    const passed = isPassed ? published(strapi, step.uid, () => ids, depth)() : ids;
    return idsReachedFrom(strapi, step.uid, step.name, passed);
  }, sources);

/** The rows from which some steps lead to `targets`. `depth`: how many steps went before. */
const alongSteps = (strapi: Strapi, way: Way, steps: readonly Step[], targets: IdsFor, depth = 0): IdsFor => {
  const [step, ...rest] = steps;
  if (step === undefined) return targets;
  const ahead = alongSteps(strapi, way, rest, targets, depth + 1);
  const ids = leadingTo(strapi, step.uid, step.name, ahead, depth);
  // The rows at the start are the ones that are asked about; whether those may be drafts is their own scope's matter.
  return depth > 0 && passesPublishedOnly(strapi, way, step.uid) ? published(strapi, step.uid, ids, depth) : ids;
};

/**
 * The ids of the rows of `uid` that a rule with a path ties to a guest; one may come several times. With `only`, a column of
 * the query around it, the sub-query says whether that one row is among them.
 */
export const idsByRule = (strapi: Strapi, guest: GuestPrincipal, uid: string, way: Way, only?: Knex.Raw): Ids =>
  alongSteps(strapi, way, stepsOf(strapi, uid, way.rule), targetsFor(strapi, guest, way))(only);

/** How a way's first step is stored. */
export interface FirstLinks {
  readonly links: Links;
  /** The ids of the rows that the step ties to more than one row the way may lead through. */
  readonly tiedTwice: Ids;
}

export const firstLinksOf = (strapi: Strapi, uid: string, way: Way): FirstLinks => {
  const [first] = stepsOf(strapi, uid, way.rule);
  if (first === undefined) throw new Error(`guest-access: a rule without a path for ${uid}`);
  const target = relatedType(strapi, first.uid, first.name);
  const links = linksOf(strapi, first.uid, first.name);
  const own = `link.${links.own}`;
  const tied = fromLinks(strapi, links, 'link').select(own).whereNotNull(own);
  if (passesPublishedOnly(strapi, way, target)) {
    const open = from(strapi, tableOf(strapi, target), 'passed')
      .select('passed.id')
      .whereNotNull('passed.published_at');
    void tied.whereIn(`link.${links.target}`, open);
  }
  return { links, tiedTwice: tied.groupBy(own).havingRaw('count(*) > 1') };
};

/**
 * The first `rows` of these ids, each once. The index of the relation is walked in the order of ids until there are enough.
 * `is true` says nothing new; it keeps the databases from joining instead, which fetches all ids and sorts them (SQLite by the
 * other index, MariaDB and PostgreSQL as a semi-join).
 */
export const firstIdsByRule = (
  strapi: Strapi,
  guest: GuestPrincipal,
  uid: string,
  way: Way,
  { rows, direction }: { rows: number; direction: 'asc' | 'desc' }
): Ids => {
  const [first, ...rest] = stepsOf(strapi, uid, way.rule);
  if (first === undefined) throw new Error(`guest-access: a rule without a path for ${uid}`);
  const relation = linksOf(strapi, first.uid, first.name);
  const targets = alongSteps(strapi, way, rest, targetsFor(strapi, guest, way), 1)();
  const ids = fromLinks(strapi, relation, 'first')
    .distinct(`first.${relation.own} as id`)
    .whereRaw('(?? in ?) is true', [`first.${relation.target}`, targets])
    .orderBy(`first.${relation.own}`, direction)
    .limit(rows);
  if (relation.kept === 'there') void ids.whereNotNull(`first.${relation.own}`);
  // As a table of its own: MySQL takes no LIMIT right under IN.
  return knexOf(strapi).from(ids.as('page')).select('page.id');
};
