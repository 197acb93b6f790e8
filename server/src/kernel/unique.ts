import { setTimeout } from 'node:timers/promises';
import { inTransaction, isInTransaction, sql, type Strapi, type TransactionParts } from './strapi';

const uniqueCodes = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505', 'ER_DUP_ENTRY']);
const deadlockCodes = new Set(['40P01', 'ER_LOCK_DEADLOCK']);

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
const has = (codes: ReadonlySet<unknown>, error: unknown): boolean => codes.has(codeOf(error));

const SAVEPOINT = 'guest_access_attempt';

/** `taken`: a unique index has the value already; nothing was written, and the transaction goes on. */
export type Attempt<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'taken' };

/**
 * A write that a unique index may refuse, in the running transaction. PostgreSQL would take no statement after the
 * refusal; a savepoint keeps what was done before.
 */
export const attempt = async <T>(strapi: Strapi, write: () => Promise<T>): Promise<Attempt<T>> => {
  if (!isInTransaction(strapi)) throw new Error('An attempt is part of a transaction');
  const say = (statement: string) => sql(strapi, (knex) => knex.raw(`${statement} ${SAVEPOINT}`));
  await say('SAVEPOINT');
  try {
    const value = await write();
    await say('RELEASE SAVEPOINT');
    return { kind: 'done', value };
  } catch (error) {
    if (!has(uniqueCodes, error)) throw error;
    await say('ROLLBACK TO SAVEPOINT');
    await say('RELEASE SAVEPOINT');
    return { kind: 'taken' };
  }
};

const triesMax = 10;
/** The pause before the next try grows with each, and is a random part of it: those who met would meet again. */
const pauseMs = (done: number): number => Math.random() * Math.min(20 * 2 ** done, 500);

/**
 * A transaction that begins again where the database ended it because of a deadlock: two who write what a unique index
 * compares can wait for each other, on MariaDB even with different values. Inside another transaction it is part of that one.
 */
export const transaction = async <T>(
  strapi: Strapi,
  work: (parts: TransactionParts) => Promise<T>,
  done = 0
): Promise<T> => {
  const nested = isInTransaction(strapi);
  try {
    return await inTransaction(strapi, work);
  } catch (error) {
    if (nested || done + 1 >= triesMax || !has(deadlockCodes, error)) throw error;
    await setTimeout(pauseMs(done));
    return transaction(strapi, work, done + 1);
  }
};
