import type { ErrorCode } from '../../../contract/errors';
import { detailsOf, type ErrorDetails } from '../../../contract/readError';

/** Why a call failed. `code` is one of the contract's, `unreachable` where no answer came, else `unknown`. */
export class ApiError extends Error {
  readonly details: ErrorDetails;

  /** @param details as they came, `error.details` of the answer */
  constructor(
    readonly status: number | null,
    readonly code: ErrorCode | 'unreachable' | 'unknown',
    message: string,
    details: unknown = null
  ) {
    super(message);
    this.name = 'ApiError';
    this.details = detailsOf(details);
  }
}
