import type * as Library from '@node-rs/argon2';
import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { failure } from '../../kernel';
import { createSemaphore } from './semaphore';
import { isFreshScrypt, isScrypt, scryptDigest, scryptMatches } from './scrypt';

type Argon2 = Pick<typeof Library, 'hash' | 'verify'>;

/** OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane. `algorithm: 2` is argon2id. */
const options = { algorithm: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 } as const;
const head = `$argon2id$v=19$m=${options.memoryCost},t=${options.timeCost},p=${options.parallelism}$`;

let loading: Promise<Argon2 | null> | undefined;

/** The native library, or null on a machine it was not built for. */
export const argon2 = (): Promise<Argon2 | null> => (loading ??= import('@node-rs/argon2').catch(() => null));

/**
 * One of Node's four worker threads is left to files and name lookups, so that a rush at the login is felt there only. Each
 * digest takes 19 MiB while it is worked out.
 */
const threads = Number(process.env['UV_THREADPOOL_SIZE'] ?? 4) || 4;
const parallel = Math.max(1, Math.min(availableParallelism(), threads - 1));
/** Some seconds of work at the most: who comes later is better told to come back. */
const waitingMax = 32 * parallel;

const run = createSemaphore({ parallel, waitingMax }, () =>
  failure('too_many_requests', 'Too many people are logging in. Please try again in a moment.', {
    retryAfterSeconds: 2,
  })
);

/** Two ways of typing the same characters are the same password (RFC 8265, 4.2.2). */
export const normalised = (password: string): string => password.normalize('NFC');

/**
 * A password as it is stored: a PHC string of argon2id, or of scrypt where the native library cannot be loaded.
 * @throws 429 `too_many_requests` where too many wait
 */
export const digestOf = (password: string): Promise<string> =>
  run(async () => {
    const library = await argon2();
    return library ? library.hash(normalised(password), options) : scryptDigest(normalised(password));
  });

/** Whether a digest is of today's parameters, and need not be made anew when the password is known. */
export const isFresh = async (digest: string): Promise<boolean> =>
  (await argon2()) ? digest.startsWith(head) : isFreshScrypt(digest);

let dummy: Promise<string> | undefined;

/** What a password is compared with where there is none, so that it takes the same time. Nobody knows its password. */
export const dummyDigest = (): Promise<string> => {
  dummy ??= digestOf(randomUUID());
  dummy.catch(() => (dummy = undefined));
  return dummy;
};

/** @throws 429 `too_many_requests` where too many wait */
export const matches = async (password: string, digest: string): Promise<boolean> =>
  run(async () => {
    if (isScrypt(digest)) return scryptMatches(normalised(password), digest);
    const library = await argon2();
    // What is no digest at all matches nothing.
    return (await library?.verify(digest, normalised(password)).catch(() => false)) ?? false;
  });
