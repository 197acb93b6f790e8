import type { Method } from '../contract/routes';
import { GuestAccessError } from './errors';

/** A call that is made again. */
export interface Retry {
  /** How long it is waited before. */
  readonly seconds: number;
  /** Why. */
  readonly error: GuestAccessError;
}

export interface RetryOptions {
  /** How long a call may wait in all, where the site asks it to come back later. 0, and so never again, unless given. */
  readonly retryForSeconds?: number;
  readonly onRetry?: (retry: Retry) => void;
}

/** What can be asked twice without being done twice (RFC 9110, 9.2.2). A login is none of it. */
const idempotent: readonly Method[] = ['GET', 'PUT', 'DELETE'];

/** Sooner or later, by a timer. @throws the reason of `signal`, at once, where it ends the wait */
const wait = (seconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      resolve();
    }, seconds * 1000);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
  });

/**
 * Makes a call again where the site was busy (429, 503) and said when to come back, as long as the bound allows.
 * @throws what the call threw last
 */
export const withRetries = async <Answer>(
  method: Method,
  call: () => Promise<Answer>,
  { retryForSeconds = 0, onRetry }: RetryOptions,
  signal: AbortSignal | undefined
): Promise<Answer> => {
  for (let left = retryForSeconds; ;) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof GuestAccessError) || !idempotent.includes(method)) throw error;
      const { status, retryAfterSeconds: seconds } = error;
      if ((status !== 429 && status !== 503) || seconds === null || seconds > left) throw error;
      left -= seconds;
      onRetry?.({ seconds, error });
      await wait(seconds, signal);
    }
  }
};
