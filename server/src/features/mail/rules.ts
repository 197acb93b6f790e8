/** Waiting times after the first, second, … failure; after the last there is no further attempt. */
export const retrySeconds = [1, 5, 15, 60, 240].map((minutes) => minutes * 60);
export const attemptsMax = retrySeconds.length + 1;

/** How many are sent at once by one instance: not more than nodemailer's pool has connections, or some would wait in it. */
export const parallelMax = 5;

/** How many are claimed at once. */
export const claimMax = 100;

/**
 * An attempt is given up after `sendSecondsMax`, and another instance may take the message over after `leaseSeconds`. It
 * begins at most `waitSecondsMax` after the claim: the lease outlives the attempt, so that no two instances ever send the
 * same message at the same time.
 */
export const sendSecondsMax = 120;
export const leaseSeconds = 180;
export const waitSecondsMax = 45;

/**
 * What a failed attempt means: `retry` later; `refused` for good by the receiver's server; `unreachable`, our own mail
 * server does not answer or does not let us in, so that the others need not be tried now.
 */
export type Verdict = 'retry' | 'refused' | 'unreachable';

const unreachableCodes = ['ECONNECTION', 'ECONNREFUSED', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EAUTH', 'ETLS', 'EPROXY'];

/** From an error of nodemailer (`responseCode` is SMTP's, `code` nodemailer's) or of any other provider. */
export const judge = (error: unknown): Verdict => {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  if (typeof code === 'string' && unreachableCodes.includes(code)) return 'unreachable';
  return typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600 ? 'refused' : 'retry';
};

/** How long a message is kept that was sent, cancelled, given up or expired: it holds the address of a person. */
export const keptDays = 30;
