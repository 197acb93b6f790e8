import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { clockOf, msFromNow } from '../database-clock';
import { databaseOf, knexOf, queryOfTable, type Strapi } from '../strapi';

/**
 * A table of work to be done, of which each row is done by one worker at a time. Its columns are `id`, `status` (`queued` while
 * there is something to do), `next_at` (when it falls due), `attempts`, `lease_until` and `lease_token`: until then the row is
 * the worker's who knows the token. Instants are milliseconds since 1970 by the database's clock.
 */
export interface LeasedTable {
  readonly name: string;
  /** Columns in whose order rows are taken. An index begins with `status` and goes on with them. */
  readonly order: readonly string[];
  /** How long a worker has its rows, unless it renews the lease. */
  readonly leaseSeconds: number;
}

type Query = Knex.QueryBuilder;

/** Rows with something to do that nobody is at. */
export const waitingRows = (strapi: Strapi, { name }: LeasedTable): Query =>
  queryOfTable(strapi, name)
    .where('status', 'queued')
    .whereRaw(`(lease_until IS NULL OR lease_until <= ${clockOf(strapi)})`);

/** Those of them whose time has come. */
export const dueRows = (strapi: Strapi, table: LeasedTable): Query =>
  waitingRows(strapi, table).whereRaw(`next_at <= ${clockOf(strapi)}`);

interface Found {
  id: number;
  lease_token: string | null;
  attempts: number;
}

/** Workers died with it twice: should it be at fault, nothing else is given up with it. */
const isSuspect = ({ lease_token, attempts }: Found): boolean => lease_token !== null && attempts > 1;

/** What is taken together: what is suspect is taken alone. */
const together = (found: readonly Found[]): number[] => {
  const suspect = found.findIndex(isSuspect);
  return (suspect === -1 ? found : found.slice(0, Math.max(suspect, 1))).map(({ id }) => id);
};

export interface Claim {
  /** One a claim: what is written by it later is written only while the rows are still this worker's. */
  readonly token: string;
  /** In the table's order; none where nothing is due. */
  readonly ids: readonly number[];
}

export interface Wish {
  /** How many rows at most. */
  readonly amount: number;
  /** Narrows down which. */
  readonly which: (query: Query) => Query;
  /** What a claim changes beside the lease and the number of attempts. */
  readonly changes?: Record<string, unknown>;
}

/**
 * Takes the rows that come first of those that are due, for this worker alone. It looks, and then changes rows by their ids
 * where they are still due: an update over a range would lock the gaps of the index on MySQL, where others put in new rows at the
 * same time. Of several workers one wins each row; who wins none looks again.
 */
export const claimRows = async (strapi: Strapi, table: LeasedTable, wish: Wish): Promise<Claim> => {
  const { amount, which, changes } = wish;
  const looked = which(dueRows(strapi, table))
    .orderBy([...table.order])
    .limit(amount)
    .select('id', 'lease_token', 'attempts');
  const found: Found[] = await unlocked(strapi, looked);
  const token = randomBytes(12).toString('hex');
  if (found.length === 0) return { token, ids: [] };
  const ids = together(found);
  const taken = await takeable(strapi, table, ids).update({
    ...changes,
    lease_until: msFromNow(strapi, table.leaseSeconds * 1000),
    lease_token: token,
    attempts: knexOf(strapi).raw('attempts + 1'),
  });
  return taken === 0 ? claimRows(strapi, table, wish) : { token, ids };
};

/**
 * Passes over rows that are being written, where the database can: the writer may be a worker that stopped in the middle of a
 * step, and a claim would wait for it. MariaDB learnt it after the oldest version that Strapi takes.
 */
const unlocked = (strapi: Strapi, query: Query): Query =>
  databaseOf(strapi) === 'postgres' ? query.forUpdate().skipLocked() : query;

const takeable = (strapi: Strapi, table: LeasedTable, ids: readonly number[]): Query => {
  const still = dueRows(strapi, table).whereIn('id', [...ids]);
  if (databaseOf(strapi) !== 'postgres') return still;
  return queryOfTable(strapi, table.name).whereIn('id', unlocked(strapi, still.select('id')));
};

/** The rows of a claim, while they are its worker's. */
export const claimedRows = (strapi: Strapi, { name }: LeasedTable, token: string): Query =>
  queryOfTable(strapi, name).where({ lease_token: token });

/**
 * Writes down what came of rows of a claim, the same for all of them, and lets them go.
 * @returns how many; fewer, where the lease had ended and another worker has some of them now
 */
export const settleRows = async (
  strapi: Strapi,
  table: LeasedTable,
  { token, ids }: Claim,
  changes: Record<string, unknown>
): Promise<number> =>
  claimedRows(strapi, table, token)
    .whereIn('id', [...ids])
    .update({ ...changes, lease_until: null, lease_token: null });

/** Ends rows that nobody is at, without an attempt. It looks first, for the same reason as a claim. */
export const endRows = async (which: () => Query, changes: Record<string, unknown>): Promise<void> => {
  const found: { id: number }[] = await which().select('id');
  if (found.length === 0) return;
  const ids = found.map(({ id }) => id);
  await which()
    .whereIn('id', ids)
    .update({ ...changes, lease_until: null, lease_token: null });
};
