import { as, type Actor } from '../support';
import type { Request } from './print';
import { componentTypeName } from './print';
import type { Tree } from './oracle';

/** What came back, in the form of the oracle's answers. */
export interface Got {
  status: number;
  /** What the site said was wrong. */
  errors: string[];
  /** A list, a row, or nothing. */
  data: Tree | Tree[] | null;
  total: number | null;
  text: string;
}

/** What every row has and no rule is about. */
const ignored = new Set(['createdAt', 'updatedAt', 'publishedAt', 'locale']);

const uidOfTypeName = (typeName: string): string =>
  Object.keys(site.strapi.components).find((uid) => componentTypeName(uid) === typeName) ?? typeName;

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** Brings what an API answers to one form: nothing empty, connections as lists. Everything else stays, whatever it is. */
const normal = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return value;
  const tree: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (ignored.has(key) || isEmpty(inner)) continue;
    if (key === '__typename') tree['__component'] = uidOfTypeName(String(inner));
    else if (key.endsWith('_connection')) {
      const name = key.slice(0, -'_connection'.length);
      const { nodes } = inner as { nodes: unknown[] };
      if (!isEmpty(nodes)) tree[name] = normal(nodes);
    } else tree[key] = normal(inner);
  }
  return tree;
};

interface GraphqlBody {
  data?: Record<string, unknown> | null;
  errors?: { message: string }[];
}

const readGraphql = ({ data, errors }: GraphqlBody): Pick<Got, 'errors' | 'data' | 'total'> => {
  const [name = '', value] = Object.entries(data ?? {})[0] ?? [];
  const messages = (errors ?? []).map(({ message }) => message);
  if (!name.endsWith('_connection')) {
    return { errors: messages, data: value ? (normal(value) as Tree) : null, total: null };
  }
  const connection = value as { nodes: unknown[]; pageInfo: { total: number } } | null;
  return {
    errors: messages,
    data: connection && (normal(connection.nodes) as Tree[]),
    total: connection?.pageInfo.total ?? null,
  };
};

/** No question of this size may take long; the first of one that does is as good as a wrong answer. */
const patienceSeconds = 20;

const send = async (actor: Actor, request: Request) => {
  const asked = request.method === 'POST' ? as(actor).graphql(request.query) : as(actor).get(request.path);
  try {
    const { status, body, text } = await asked.timeout(patienceSeconds * 1000);
    return { status, body, text };
  } catch (error) {
    return { status: 599, body: { errors: [error], error }, text: '' };
  }
};

export const ask = async (actor: Actor, request: Request): Promise<Got> => {
  const { status, body, text } = await send(actor, request);
  if (request.method === 'POST') return { status, text, ...readGraphql(body) };
  return {
    status,
    text,
    errors: body.error ? [body.error.message] : [],
    data: body.data ? (normal(body.data) as Tree) : null,
    total: body.meta?.pagination?.total ?? null,
  };
};
