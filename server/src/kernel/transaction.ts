import type { Knex } from 'knex';
import type { Strapi } from './strapi';

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

/**
 * Runs work in a transaction, or in the one that is open already. Every transaction of the plugin is opened here, so that none
 * holds on to what a site's hooks have started in it.
 */
export const inTransaction = async <T>(strapi: Strapi, work: (parts: TransactionParts) => Promise<T>): Promise<T> => {
  const isOpen = strapi.db.inTransaction();
  return strapi.db.transaction((parts) => {
    if (!isOpen) letGoAtEnd(parts.trx, strapi.db.connection.client as QueryClient);
    return work(parts);
  });
};
