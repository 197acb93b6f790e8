import { AsyncLocalStorage } from 'node:async_hooks';
import type { Knex } from 'knex';
import type { Strapi } from './app';

/** What knex hands its queries to: a pool, or one transaction (`knex/lib/execution/transaction.js`). */
interface QueryClient {
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: unknown): Promise<void>;
  query(connection: unknown, ...rest: unknown[]): Promise<unknown>;
  stream(connection: unknown, ...rest: unknown[]): Promise<unknown>;
  transaction(container: unknown, config: unknown, outer?: unknown): unknown;
}

/**
 * Lets go of whoever still holds a transaction that is over. Work that was started in it and that nobody waited for (a timer
 * in a site's lifecycle) keeps asking it: knex refuses («Transaction query already complete»), the refusal is nobody's, and
 * Node ends the process. From the end on its queries go to the pool, each by itself, as if the work had been started outside.
 */
const letGoAtEnd = (trx: Knex.Transaction, pool: QueryClient): void => {
  const client = trx.client as QueryClient;
  const onPool = async (use: (connection: unknown) => Promise<unknown>): Promise<unknown> => {
    // What was done in it is there for others only once the database has said so.
    await trx.executionPromise.catch(() => undefined);
    const connection = await pool.acquireConnection();
    try {
      return await use(connection);
    } finally {
      await pool.releaseConnection(connection);
    }
  };
  const { query, stream, transaction } = client;
  client.query = (connection, ...rest) =>
    trx.isCompleted() ? onPool((other) => pool.query(other, ...rest)) : query(connection, ...rest);
  client.stream = (connection, ...rest) =>
    trx.isCompleted() ? onPool((other) => pool.stream(other, ...rest)) : stream(connection, ...rest);
  client.transaction = (container, config, outer) =>
    trx.isCompleted() ? pool.transaction(container, config) : transaction.call(client, container, config, outer);
};

/** What a transaction gives to the work in it. */
export interface TransactionParts {
  trx: Knex.Transaction;
  /** Runs something when, and only when, all of it is kept. */
  onCommit(callback: () => void): void;
}

/** A transaction of ours, with what it gives to the work in it. */
interface Own {
  parts: TransactionParts | null;
  isOver: boolean;
}
const own = new AsyncLocalStorage<Own>();

type Work<T> = (parts: TransactionParts) => Promise<T>;
type Open = (work?: Work<unknown>) => Promise<unknown>;

/**
 * A transaction whose callbacks are run once it is kept, and by nothing else. Strapi keeps those that have run, and those of what was
 * undone, for the next transaction that is opened in the same context; and it takes a commit for done that the database has
 * refused, or never heard of: knex tells that to nobody but `executionPromise`.
 * @throws what the work throws, or why it could not be kept
 */
const openOwn = (strapi: Strapi, open: Open, work: Work<unknown>): Promise<unknown> => {
  const mine: Own = { parts: null, isOver: false };
  const callbacks: (() => void)[] = [];
  let kept: Promise<unknown> = Promise.resolve();
  const begin: Work<unknown> = (given) => {
    letGoAtEnd(given.trx, strapi.db.connection.client as QueryClient);
    kept = given.trx.executionPromise;
    kept.catch(() => undefined);
    mine.parts = { ...given, onCommit: (callback) => void callbacks.push(callback) };
    // What is undone is over before the database is told so: nothing joins it meanwhile.
    return work(mine.parts).catch((error: unknown) => {
      mine.isOver = true;
      throw error;
    });
  };
  return own.run(mine, async () => {
    let result: unknown;
    try {
      result = await open(begin);
      await kept;
    } finally {
      mine.isOver = true;
    }
    for (const callback of callbacks) callback();
    return result;
  });
};

const opening = new WeakMap<object, Open>();

/**
 * Lets a transaction inside one of ours be that one. Strapi gives it a context of its own, with a copy of what is open, and
 * forgets it when the outer one ends: a hook of the document service would take itself to be in a transaction for ever, and what
 * it writes later would cause no event. What is opened elsewhere is opened as before.
 */
const openerOf = (strapi: Strapi): Open => {
  const { db } = strapi;
  const known = opening.get(db);
  if (known) return known;
  const open = db.transaction.bind(db) as Open;
  opening.set(db, open);
  const join: Open = async (work) => {
    const running = own.getStore();
    if (!work || !running) return open(work);
    if (!db.inTransaction()) return openOwn(strapi, open, work);
    if (running.isOver || !running.parts) return open(work);
    const nothing = () => Promise.resolve();
    return work(Object.assign({}, running.parts, { commit: nothing, rollback: nothing }));
  };
  Object.defineProperty(db, 'transaction', { value: join, configurable: true, writable: true });
  return open;
};

/**
 * Runs work in a transaction, or in the one that is open already. Every transaction of the plugin is opened here, so that none
 * holds on to what a site's hooks have started in it.
 */
export const inTransaction = async <T>(strapi: Strapi, work: Work<T>): Promise<T> => {
  if (strapi.db.inTransaction()) return strapi.db.transaction((parts) => work(parts));
  return openOwn(strapi, openerOf(strapi), work) as Promise<T>;
};

const SAVEPOINT = 'guest_access_undone';

/**
 * Runs work and takes back all that it wrote, also inside a transaction that goes on. What waits for the commit is not run. What the
 * work answers or throws, so does this.
 */
export const undone = <T>(strapi: Strapi, work: () => Promise<T>): Promise<T> =>
  inTransaction(strapi, async (parts) => {
    const say = (statement: string) => parts.trx.raw(`${statement} ${SAVEPOINT}`);
    const silent: Own = { parts: { ...parts, onCommit: () => undefined }, isOver: false };
    await say('SAVEPOINT');
    try {
      return await own.run(silent, work);
    } finally {
      silent.isOver = true;
      await say('ROLLBACK TO SAVEPOINT');
      await say('RELEASE SAVEPOINT');
    }
  });
