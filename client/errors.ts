import type { ErrorCode } from '../contract/errors';
import { readError, readMessage, type ErrorDetails } from '../contract/readError';

/** `Retry-After` in seconds (RFC 9110, 10.2.3). A date counts as none: two clocks are never the same. */
const secondsIn = (header: string | null): number | null => {
  const seconds = Number(header ?? '');
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
};

/** The site refused. Go by `code`; the message is for people who look for a fault, in English. */
export class GuestAccessError extends Error {
  /** One of the contract's, null where Strapi itself or a proxy refused. */
  readonly code: ErrorCode | null;
  readonly details: ErrorDetails;
  /** In how many seconds to come back, where the site says so. */
  readonly retryAfterSeconds: number | null;

  /**
   * @param body as it came, whatever it is
   * @param retryAfter the header
   */
  constructor(
    readonly status: number,
    body: unknown,
    retryAfter: string | null
  ) {
    super(readMessage(body) ?? `the site answered ${status}`);
    this.name = 'GuestAccessError';
    const read = readError(body);
    this.details = read;
    this.code = read.code;
    this.retryAfterSeconds = secondsIn(retryAfter);
  }
}

/** No answer came, or one that is none of this API. What was asked may have been done all the same. */
export class UnreachableError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'UnreachableError';
  }
}
