import { setTimeout } from 'node:timers/promises';
import { errorCodes, type ErrorCode } from '../../../contract';
import { codeOf } from './errors';
import { inTransaction, isInTransaction, sql, type Strapi, type TransactionParts } from './strapi';

const uniqueCodes = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505', 'ER_DUP_ENTRY']);
const deadlockCodes = new Set(['40P01', 'ER_LOCK_DEADLOCK']);

const driverCodeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
const has = (codes: ReadonlySet<unknown>, error: unknown): boolean => codes.has(driverCodeOf(error));

const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(errorCodes, code);

const savepoints = { attempt: 'guest_access_attempt', part: 'guest_access_part' } as const;

/**
 * A part of the running transaction that is undone by itself where it throws what `isExpected` knows: the rest goes on.
 * @returns what it answers, or the expected error
 */
const savepoint = async <T>(
  strapi: Strapi,
  name: keyof typeof savepoints,
  work: () => Promise<T>,
  isExpected: (error: unknown) => boolean
): Promise<{ readonly value: T } | { readonly error: unknown }> => {
  if (!isInTransaction(strapi)) throw new Error('An attempt is part of a transaction');
  const say = (statement: string) => sql(strapi, (knex) => knex.raw(`${statement} ${savepoints[name]}`));
  await say('SAVEPOINT');
  try {
    const value = await work();
    await say('RELEASE SAVEPOINT');
    return { value };
  } catch (error) {
    if (!isExpected(error)) throw error;
    await say('ROLLBACK TO SAVEPOINT');
    await say('RELEASE SAVEPOINT');
    return { error };
  }
};

/** `taken`: a unique index has the value already; nothing was written, and the transaction goes on. */
export type Attempt<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'taken' };

/**
 * A write that a unique index may refuse, in the running transaction. PostgreSQL would take no statement after the
 * refusal; a savepoint keeps what was done before.
 */
export const attempt = async <T>(strapi: Strapi, write: () => Promise<T>): Promise<Attempt<T>> => {
  const outcome = await savepoint(strapi, 'attempt', write, (error) => has(uniqueCodes, error));
  return 'error' in outcome ? { kind: 'taken' } : { kind: 'done', value: outcome.value };
};

/**
 * A piece of a job that may be refused by one of our errors, as the panel would be; there may be attempts in it. What it wrote is undone
 * then, and the rest of the transaction goes on.
 * @returns what it answers, or the code of the error
 */
export const unlessRefused = async <T>(
  strapi: Strapi,
  work: () => Promise<T>
): Promise<{ readonly value: T } | { readonly code: ErrorCode }> => {
  const outcome = await savepoint(strapi, 'part', work, (error) => isErrorCode(codeOf(error)));
  if ('value' in outcome) return outcome;
  const code = codeOf(outcome.error);
  if (!isErrorCode(code)) throw outcome.error;
  return { code };
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
