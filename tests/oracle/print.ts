import { attributeOf, isComponent, model } from './models';
import { targetOf } from './dump';
import { everyRow, type Api, type Filter, type Node, type Query, type Sort } from './query';

/** A request as it goes over the line. */
export type Request = { method: 'GET'; path: string } | { method: 'POST'; path: '/graphql'; query: string };

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

export const print = (query: Query): Request =>
  query.api === 'rest' ? printRest(query) : { method: 'POST', path: '/graphql', query: printGraphql(query) };

// --- filters, alike in both but for the dollar

const filterObject = (api: Api, filter: Filter): JsonObject => {
  const word = (operator: string) => (api === 'rest' ? operator : operator.slice(1));
  const inner = (one: Filter) => filterObject(api, one);
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { [word(`$${filter.kind}`)]: filter.of.map(inner) };
    case 'all': {
      const objects = filter.of.map(inner);
      const keys = objects.flatMap((one) => Object.keys(one));
      return new Set(keys).size === keys.length ? Object.assign({}, ...objects) : { [word('$and')]: objects };
    }
    case 'not':
      return { [word('$not')]: inner(filter.of) };
    case 'compare': {
      const tests = Object.fromEntries(filter.tests.map(([operator, operand]) => [word(operator), operand as Json]));
      return { [filter.name]: filter.negated ? { [word('$not')]: tests } : tests };
    }
    case 'through': {
      if (!filter.short) return { [filter.name]: inner(filter.of) };
      const tests = Object.values(inner(filter.of))[0] as JsonObject;
      return { [filter.name]: tests['$eq'] ?? tests };
    }
    case 'presence': {
      const test = { [word(filter.operator)]: (filter.operator === '$null') === filter.absent };
      return { [filter.name]: filter.by === 'itself' ? test : { [filter.by]: test } };
    }
  }
};

const sortWords = (sort: readonly Sort[]): string[] => sort.map(({ name, direction }) => `${name}:${direction}`);

// --- REST: https://docs.strapi.io/cms/api/rest/parameters

const flatten = (prefix: string, value: Json): string[] => {
  if (typeof value !== 'object' || value === null) return [`${prefix}=${encodeURIComponent(String(value))}`];
  return Object.entries(value).flatMap(([key, inner]) => flatten(`${prefix}[${key}]`, inner));
};

const restNode = (node: Node, isRoot: boolean): JsonObject => {
  const populate: JsonObject = {};
  for (const [name, inner] of Object.entries(node.below)) populate[name] = orTrue(restNode(inner, false));
  for (const [name, on] of Object.entries(node.zones)) {
    populate[name] = {
      on: Object.fromEntries(Object.entries(on).map(([uid, inner]) => [uid, orTrue(restNode(inner, false))])),
    };
  }
  for (const name of node.counts) populate[name] = { count: true };
  return {
    ...(node.fields ? { fields: [...node.fields] } : {}),
    ...(node.filters ? { filters: filterObject('rest', node.filters) } : {}),
    ...(node.sort.length > 0 ? { sort: isRoot ? sortWords(node.sort).join(',') : sortWords(node.sort) } : {}),
    ...(node.star ? { populate: '*' } : Object.keys(populate).length > 0 ? { populate } : {}),
  };
};

const orTrue = (object: JsonObject): Json => (Object.keys(object).length > 0 ? object : true);

const levels = (value: Json): number =>
  typeof value !== 'object' || value === null
    ? 0
    : Math.max(0, ...Object.values(value).map(levels)) + (Array.isArray(value) ? 0 : 1);

/** How deep the deepest parameter of a REST request is, in levels of objects; the site bounds it for guests. */
export const depthOf = ({ node }: Query): number => levels(restNode(node, true)) - 1;

const printRest = ({ type, one, status, locale, search, page, node }: Query): Request => {
  const parameters: JsonObject = {
    ...restNode(node, true),
    ...(page ? { pagination: page } : {}),
    ...(status ? { status } : {}),
    ...(locale ? { locale } : {}),
    ...(search ? { _q: search } : {}),
  };
  const words = Object.entries(parameters).flatMap(([key, value]) => flatten(key, value));
  return { method: 'GET', path: `/api/${model(type).plural}${one ? `/${one}` : ''}?${words.join('&')}` };
};

// --- GraphQL: https://docs.strapi.io/cms/api/graphql

export const camel = (words: string): string => words.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
/** `shared.task-list` is `ComponentSharedTaskList`. */
export const componentTypeName = (uid: string): string =>
  `Component${uid
    .split(/[.-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`;

const literal = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${literal(inner)}`)
      .join(', ')} }`;
  }
  return JSON.stringify(value);
};

const argumentsOf = (values: JsonObject): string => {
  const words = Object.entries(values).map(([key, value]) => `${key}: ${literal(value)}`);
  return words.length > 0 ? `(${words.join(', ')})` : '';
};

const listArguments = (node: Node): JsonObject => ({
  ...(node.filters ? { filters: filterObject('graphql', node.filters) } : {}),
  ...(node.sort.length > 0 ? { sort: sortWords(node.sort) } : {}),
});

const fieldOf = (uid: string, name: string, node: Node): string => {
  const { relation, repeatable } = attributeOf(uid, name) ?? {};
  const isMany = relation?.endsWith('Many') || repeatable;
  const inside = selection(targetOf(uid, name), node);
  if (!isMany) return `${name} ${inside}`;
  const given = argumentsOf({ ...listArguments(node), pagination: { limit: node.limit ?? everyRow } });
  return node.connection ? `${name}_connection${given} { nodes ${inside} }` : `${name}${given} ${inside}`;
};

const selection = (uid: string, node: Node): string => {
  const words = [...(isComponent(uid) ? [] : ['documentId']), ...(node.fields ?? [])];
  for (const [name, inner] of Object.entries(node.below)) words.push(fieldOf(uid, name, inner));
  for (const [name, on] of Object.entries(node.zones)) {
    const fragments = Object.entries(on).map(
      ([part, inner]) => `... on ${componentTypeName(part)} ${selection(part, inner)}`
    );
    words.push(`${name} { __typename ${fragments.join(' ')} }`);
  }
  return `{ ${words.join(' ')} }`;
};

const printGraphql = ({ type, one, status, locale, page, node }: Query): string => {
  const { singular, plural } = model(type);
  const shared = [...(status ? ['status: DRAFT'] : []), ...(locale ? [`locale: ${literal(locale)}`] : [])];
  const inside = selection(type, node);
  if (one) return `{ ${camel(singular)}(${[`documentId: ${literal(one)}`, ...shared].join(', ')}) ${inside} }`;
  const given = argumentsOf({ ...listArguments(node), ...(page ? { pagination: page } : {}) });
  const all = `(${[given.slice(1, -1), ...shared].filter(Boolean).join(', ')})`;
  return node.connection
    ? `{ ${camel(plural)}_connection${all} { nodes ${inside} pageInfo { total } } }`
    : `{ ${camel(plural)}${all} ${inside} }`;
};
