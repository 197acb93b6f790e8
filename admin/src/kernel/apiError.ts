import type { ErrorCode } from '../../../contract/errors';
import { detailsOf, readError, readMessage, readStatus, type ErrorDetails } from '../../../contract/readError';

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

/** Any failure of a call, as an error of ours: what the panel's client tells is the `error` of the answer's body, or that there was none. */
export const toApiError = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error;
  const body = { error };
  const [status, details] = [readStatus(body), readError(body)];
  const code = status === null ? 'unreachable' : (details.code ?? 'unknown');
  return new ApiError(status, code, readMessage(body) ?? '', details);
};
