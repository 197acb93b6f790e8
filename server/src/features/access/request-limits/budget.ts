import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Context } from 'koa';
import {
  currentRequest,
  failure,
  isInTransaction,
  isRelation,
  isStored,
  targetOf,
  type FilteredQuery,
  type Strapi,
} from '../../../kernel';

/** Rows that the answer to one request may hold, those of all its relations included: what Strapi cleans in some tenths of a second. */
export const answerRowsMax = 2_000;
/** Reads of a request that are under way at once; the others wait. */
const readsAtOnce = 4;
/** A read that failed tells nobody that it ended: after so long without an end, one is taken for such a one. */
const lostAfterMs = 200;

interface Budget {
  rows: number;
  /** Reads so far that took no place. */
  reads: number;
  underWay: number;
  /** When a read last ended. */
  endedAt: number;
  /** Settles when the last of those that wait may go. */
  queue: Promise<void>;
}

const budgets = new WeakMap<object, Budget>();

/** Bounds what a guest's request for content reads. A site's own routes read as much as they like. */
export const startBudget = (ctx: Context): void => {
  budgets.set(ctx.request.req, { rows: 0, reads: 0, underWay: 0, endedAt: 0, queue: Promise.resolve() });
};

const budgetOf = (strapi: Strapi): Budget | undefined => {
  const request = currentRequest(strapi);
  return request && budgets.get(request);
};

const tooMany = (): Error =>
  failure('invalid_query', `Too large: the answer would hold more than ${answerRowsMax} rows`, { answerRowsMax });

const ended = (budget: Budget): void => {
  budget.underWay = Math.max(0, budget.underWay - 1);
  budget.endedAt = performance.now();
};

const waitForPlace = async (budget: Budget): Promise<void> => {
  await setImmediate();
  while (budget.underWay >= readsAtOnce) {
    await setTimeout(1);
    if (performance.now() - budget.endedAt > lostAfterMs) ended(budget);
  }
  budget.underWay += 1;
};

/**
 * Whether a read takes one of the places. In a transaction, as all of the document service is, it has the connection that those
 * in the places may wait for; and a count may be a question of ours to the hooks only, of which nobody says that it ended.
 */
const takesPlace = (strapi: Strapi, kind: 'rows' | 'count'): boolean => kind === 'rows' && !isInTransaction(strapi);

/**
 * Called before each read. A request of many reads gives the event loop back between them, and has a few of them under way at
 * once: on a database within the process (SQLite) they would otherwise follow each other without a gap for anybody else.
 * @throws 400 `invalid_query` after too many rows
 */
export const beginRead = async (strapi: Strapi, kind: 'rows' | 'count'): Promise<void> => {
  const budget = budgetOf(strapi);
  if (!budget) return;
  if (takesPlace(strapi, kind)) {
    budget.queue = budget.queue.then(() => waitForPlace(budget));
    await budget.queue;
  } else if ((budget.reads += 1) > readsAtOnce) await setImmediate();
  if (budget.rows > answerRowsMax) {
    endRead(strapi, kind);
    throw tooMany();
  }
};

/** Called after each read, and where one that was begun is not made. */
export const endRead = (strapi: Strapi, kind: 'rows' | 'count'): void => {
  const budget = budgetOf(strapi);
  if (budget && takesPlace(strapi, kind)) ended(budget);
};

/** The rows that a populate is for: Strapi's query engine names them all in one condition. */
const parentsOf = ({ conditions }: FilteredQuery): number =>
  Math.max(
    0,
    ...conditions.flatMap((one) =>
      typeof one === 'object' && one !== null
        ? Object.values(one).map((value) => (Array.isArray(value) ? value.length : 0))
        : []
    )
  );

/**
 * Called with each query of a populate. It brings one row more than an answer may hold at the most, so that what was cut off is
 * never taken for all there is: the next populate, or `weigh`, refuses it. @throws 400 `invalid_query`
 */
export const boundPopulate = (strapi: Strapi, query: FilteredQuery): void => {
  if (!budgetOf(strapi)) return;
  if (parentsOf(query) > answerRowsMax) throw tooMany();
  // A count has one row for each parent; with a limit Strapi would order it by a column that PostgreSQL does not find in its groups.
  if (query.isCount) return;
  const asked = query.limit ?? -1;
  if (asked < 0 || asked > answerRowsMax) query.limit = answerRowsMax + 1;
};

type Row = Record<string, unknown>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** What a related row is, where the relation leads to several types. */
const typeOf = (row: Row): string => {
  const type = row['__type'] ?? row['__component'];
  return typeof type === 'string' ? type : '';
};

/** The rows of an answer as its reader meets them: one that several rows point to counts for each. */
const rowsIn = (strapi: Strapi, uid: string, result: unknown, known = new Map<object, number>()): number => {
  if (Array.isArray(result)) return result.reduce((sum: number, one) => sum + rowsIn(strapi, uid, one, known), 0);
  if (!isRow(result)) return 0;
  const counted = known.get(result);
  if (counted !== undefined) return counted;
  let rows = 1;
  for (const [name, value] of isStored(strapi, uid) ? Object.entries(result) : []) {
    if (!isRelation(strapi, uid, name)) continue;
    const target = targetOf(strapi, uid, name);
    for (const one of Array.isArray(value) ? value : [value]) {
      if (isRow(one)) rows += rowsIn(strapi, target ?? typeOf(one), one, known);
    }
  }
  known.set(result, rows);
  return rows;
};

/** Called with what each read gave. @throws 400 `invalid_query` where the request has read too many rows */
export const weigh = (strapi: Strapi, uid: string, result: unknown): void => {
  const budget = budgetOf(strapi);
  if (!budget) return;
  budget.rows += rowsIn(strapi, uid, result);
  if (budget.rows > answerRowsMax) throw tooMany();
};
