import type { Random } from '../../playground/src/seed/random';
import { ask, type Got } from './ask';
import { model, scalarsOf } from './models';
import type { Oracle, Tree } from './oracle';
import { print } from './print';
import { emptyNode, type Api, type Page, type Query, type Sort } from './query';
import type { Rights } from './rights';

const documentIds = (rows: Got['data'] | readonly Tree[]): string[] =>
  (rows as readonly Tree[]).map(({ documentId }) => String(documentId));

/** Orders in which no two rows are alike, each field both ways, and the order that comes when none is asked for. */
const ordersOf = (rights: Rights, uid: string): Sort[][] => {
  const ways = ['asc', 'desc'] as const;
  const fields = scalarsOf(uid).filter((name) => rights.mayRead(uid, name));
  return [
    [],
    ...ways.map((direction) => [{ name: 'id', direction }]),
    ...fields.flatMap((name) =>
      ways.map((direction) => [
        { name, direction },
        { name: 'id', direction },
      ])
    ),
  ];
};

/**
 * Turns the pages of a list from the first to the last, as a person does, and says what is not as it should be: rows that
 * come twice or never, a total or a number of pages that is wrong. Null: nothing.
 */
export const walk = async (random: Random, rights: Rights, oracle: Oracle, uid: string): Promise<string | null> => {
  const { drafts, localized } = model(uid);
  const api: Api = random.pick(['rest', 'graphql']);
  const sort = random.pick(ordersOf(rights, uid));
  const size = 1 + random.below(4);
  const byPage = random.next() < 0.5;
  const query: Query = {
    api,
    type: uid,
    one: null,
    status: drafts && random.next() < 0.3 ? 'draft' : null,
    locale: localized && random.next() < 0.5 ? random.pick(['fr', 'en', '*']) : null,
    search: null,
    page: { start: 0, limit: 1_000 },
    node: { ...emptyNode, fields: [], sort, connection: api === 'graphql' },
  };
  const answer = oracle.answer(query);
  if (answer.kind !== 'rows') return null;
  const expected = documentIds(answer.rows);
  const found: string[] = [];
  for (let number = 0; number * size <= expected.length; number += 1) {
    const page: Page = byPage ? { page: number + 1, pageSize: size } : { start: number * size, limit: size };
    const request = print({ ...query, page });
    const got = await ask(rights.guest.actor, request);
    const where = `${request.method === 'GET' ? decodeURIComponent(request.path) : request.query}:`;
    if (!Array.isArray(got.data)) return `${where} ${got.status} ${got.errors.join()}`;
    if (got.total !== null && got.total !== expected.length)
      return `${where} total ${got.total}, not ${expected.length}`;
    found.push(...documentIds(got.data));
  }
  const inOrder = (ids: readonly string[]) => (sort.length > 0 ? [...ids] : [...ids].sort()).join();
  return inOrder(found) === inOrder(expected)
    ? null
    : `${JSON.stringify(query)}: pages of ${size} bring ${found.join()}, not ${expected.join()}`;
};
