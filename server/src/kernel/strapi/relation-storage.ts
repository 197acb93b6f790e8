import type { Strapi } from './app';
import { sql, tableOf } from './database';
import { FILE } from './upload';

/*
 * How the database keeps a content type or a component, as Strapi's metadata say it: a column for each plain attribute, and for
 * relations a column of one of the two tables or a table of links. Components and files are relations here.
 */

interface MorphColumn {
  readonly typeColumn: { readonly name: string };
  readonly idColumn: { readonly name: string };
}

/** What Strapi's metadata say of an attribute, as far as we read it. */
interface StoredAttribute {
  readonly type: string;
  readonly columnName?: string;
  readonly searchable?: boolean;
  /** `oneToOne`, `manyToMany` …; not there where it is no relation of a schema's. */
  readonly relation?: string;
  readonly inversedBy?: string;
  readonly mappedBy?: string;
  /** Of a relation that leads to several types: where it says to which row of which. */
  readonly morphColumn?: MorphColumn;
  /** Of a relation; not there where it leads to several types. */
  readonly target?: string;
  /** A column of one of the two tables: `own.<name> = target.<referencedColumn>`. */
  readonly joinColumn?: { name: string; referencedColumn: string };
  /** A table of links. `on` narrows it to one field (components share theirs). */
  readonly joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
    on?: Record<string, unknown>;
    morphColumn?: MorphColumn;
  };
}

const attributesOf = (strapi: Strapi, uid: string): Readonly<Record<string, StoredAttribute>> =>
  strapi.db.metadata.get(uid).attributes as Record<string, StoredAttribute>;

/** Whether there is a table for a uid. */
export const isStored = (strapi: Strapi, uid: string): boolean => strapi.db.metadata.has(uid);

/** The type of an attribute as it is stored; undefined where there is none. */
export const storedTypeOf = (strapi: Strapi, uid: string, name: string): string | undefined =>
  attributesOf(strapi, uid)[name]?.type;

/** Whether an attribute leads to rows of their own: a relation, a component, a file. */
export const isRelation = (strapi: Strapi, uid: string, name: string): boolean =>
  storedTypeOf(strapi, uid, name) === 'relation';

/** The attributes that are relations, and those that are none. */
export const relationNames = (strapi: Strapi, uid: string): string[] =>
  Object.keys(attributesOf(strapi, uid)).filter((name) => isRelation(strapi, uid, name));
export const plainNames = (strapi: Strapi, uid: string): string[] =>
  Object.keys(attributesOf(strapi, uid)).filter((name) => !isRelation(strapi, uid, name));

/** The type or component that an attribute leads to; null where it is no relation, or leads to several types. */
export const targetOf = (strapi: Strapi, uid: string, name: string): string | null => {
  const attribute = attributesOf(strapi, uid)[name];
  return attribute?.type === 'relation' && typeof attribute.target === 'string' ? attribute.target : null;
};

export interface StoredColumn {
  readonly name: string;
  readonly type: string;
  readonly column: string;
  readonly searchable: boolean;
}

/** The attributes of a type that are columns of its table. */
export const columnsOf = (strapi: Strapi, uid: string): StoredColumn[] =>
  Object.entries(attributesOf(strapi, uid)).flatMap(([name, { type, columnName, searchable }]) =>
    typeof columnName === 'string' ? [{ name, type, column: columnName, searchable: searchable !== false }] : []
  );

/** A relation as a table of pairs: rows whose column `own` is an id of the one side and `target` of the other. */
export interface Links {
  readonly table: string;
  readonly own: string;
  readonly target: string;
  /** What narrows the table to this relation. */
  readonly on: Readonly<Record<string, unknown>>;
  /** In a table of its own, or in a column of the one side or the other. */
  readonly kept: 'apart' | 'here' | 'there';
}

/** @throws where there is no such relation, or it leads to several types */
export const relatedType = (strapi: Strapi, uid: string, name: string): string => {
  const target = targetOf(strapi, uid, name);
  if (target === null) throw new Error(`guest-access: ${uid} has no relation ${name}`);
  return target;
};

/** @throws as `relatedType` */
export const linksOf = (strapi: Strapi, uid: string, name: string): Links => {
  const related = relatedType(strapi, uid, name);
  const { joinTable, joinColumn } = attributesOf(strapi, uid)[name] ?? {};
  if (joinTable) {
    const { name: table, joinColumn: own, inverseJoinColumn, on = {} } = joinTable;
    return { table, own: own.name, target: inverseJoinColumn.name, on, kept: 'apart' };
  }
  if (!joinColumn) throw new Error(`guest-access: relation ${name} of ${uid} is not stored in a way that is known`);
  if (joinColumn.name === 'id') {
    const { referencedColumn: own } = joinColumn;
    return { table: tableOf(strapi, related), own, target: 'id', on: {}, kept: 'there' };
  }
  return { table: tableOf(strapi, uid), own: 'id', target: joinColumn.name, on: {}, kept: 'here' };
};

/** The tables of some types, and those of links that lead from or to one of them. */
export const tablesAround = (strapi: Strapi, isOne: (uid: string) => boolean): Set<string> => {
  const names = new Set<string>();
  for (const { uid, tableName, attributes } of strapi.db.metadata.values()) {
    if (isOne(uid)) names.add(tableName);
    for (const { target, joinTable } of Object.values(attributes as Record<string, StoredAttribute>)) {
      if (joinTable && (isOne(uid) || (target !== undefined && isOne(target)))) names.add(joinTable.name);
    }
  }
  return names;
};

/** A relation that leads to rows of a type, from another type or from a component. */
export interface LinksTo {
  readonly uid: string;
  readonly links: Links;
  /** Whether only one row may lead to each: Strapi sees to it where the relation is there on both sides. */
  readonly isExclusive: boolean;
}

/** A relation that leads to several types, as far as it leads to one. */
const mixedLinksTo = (
  strapi: Strapi,
  uid: string,
  { joinTable, morphColumn = joinTable?.morphColumn }: StoredAttribute,
  target: string
): LinksTo[] => {
  if (morphColumn === undefined) return [];
  const leads = { target: morphColumn.idColumn.name, on: { [morphColumn.typeColumn.name]: target } };
  const links: Links = joinTable
    ? { table: joinTable.name, own: joinTable.joinColumn.name, ...leads, kept: 'apart' }
    : { table: tableOf(strapi, uid), own: 'id', ...leads, kept: 'here' };
  return [{ uid, links, isExclusive: false }];
};

/**
 * All relations that lead to a type, but those of its own: what is kept in its rows is, and so are its files, though they are kept on the file's
 * side.
 */
export const linksTo = (strapi: Strapi, target: string): LinksTo[] =>
  [...strapi.db.metadata.values()].flatMap(({ uid }) =>
    uid === target || uid === FILE
      ? []
      : Object.entries(attributesOf(strapi, uid)).flatMap(([name, attribute]): LinksTo[] => {
          if (attribute.type !== 'relation') return [];
          if (targetOf(strapi, uid, name) === null) return mixedLinksTo(strapi, uid, attribute, target);
          if (attribute.target !== target) return [];
          const { relation = '', inversedBy, mappedBy } = attribute;
          const isExclusive = relation.startsWith('one') && (inversedBy ?? mappedBy) !== undefined;
          const links = linksOf(strapi, uid, name);
          return links.kept === 'there' ? [] : [{ uid, links, isExclusive }];
        })
  );

const atOnce = 500;

/**
 * What leads to one row leads to another instead; what leads to both, once. Nothing of the rows that it leads from is written.
 * @param links one of `linksTo`
 * @returns how many links there were, or `both` where one alone may have such a link and each has: nothing is written then
 */
export const moveLinks = async (
  strapi: Strapi,
  { table, own, target, on, kept }: Links,
  { from, to, isExclusive }: { from: number; to: number; isExclusive: boolean }
): Promise<number | 'both'> =>
  sql(strapi, async (knex) => {
    const leadingTo = async (id: number): Promise<number[]> =>
      (await knex(table)
        .where({ ...on, [target]: id })
        .whereNotNull(own)
        .pluck(own)) as number[];
    const moved = await leadingTo(from);
    if (moved.length === 0) return 0;
    const there = new Set(await leadingTo(to));
    if (isExclusive && there.size > 0) return 'both';
    const fresh = moved.filter((id) => !there.has(id));
    for (let at = 0; at < fresh.length; at += atOnce) {
      await knex(table)
        .where({ ...on, [target]: from })
        .whereIn(own, fresh.slice(at, at + atOnce))
        .update({ [target]: to });
    }
    if (kept === 'apart')
      await knex(table)
        .where({ ...on, [target]: from })
        .del();
    return moved.length;
  });
