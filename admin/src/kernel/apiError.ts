import type { ErrorCode } from '../../../contract/errors';

/** Why a call failed. `code` is one of the contract's, `unreachable` where no answer came, else `unknown`. */
export class ApiError extends Error {
  constructor(
    readonly status: number | null,
    readonly code: ErrorCode | 'unreachable' | 'unknown',
    message: string,
    readonly details: unknown = null
  ) {
    super(message);
    this.name = 'ApiError';
  }
}
