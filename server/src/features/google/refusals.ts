/** What an answer that refuses means. `over`: the token is none any more. */
export type PeopleRefusal = 'api-off' | 'busy' | 'denied' | 'over' | 'rejects' | 'unreachable';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The words by which Google's APIs say why, in the forms that they have had. https://cloud.google.com/apis/design/errors */
const reasonsIn = (body: unknown): Set<unknown> => {
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {};
  const causes = [...listIn(error['details']), ...listIn(error['errors'])].filter(isRecord);
  return new Set([error['status'], ...causes.map(({ reason }) => reason)]);
};

const meanings = {
  'api-off': ['SERVICE_DISABLED', 'accessNotConfigured'],
  busy: ['RATE_LIMIT_EXCEEDED', 'RESOURCE_EXHAUSTED', 'rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded'],
  denied: ['ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'insufficientPermissions'],
} as const;

/** Why the People API does not answer with people. */
export const refusalOf = (status: number, body: unknown): PeopleRefusal => {
  const reasons = reasonsIn(body);
  for (const meaning of ['api-off', 'busy', 'denied'] as const)
    if (meanings[meaning].some((reason) => reasons.has(reason))) return meaning;
  if (status === 401) return 'over';
  if (status === 429) return 'busy';
  // What leads elsewhere is not followed.
  return status >= 500 ? 'unreachable' : 'rejects';
};

const triesMax = 4;

/**
 * How long to wait before the next try: what the server says (RFC 9110, 10.2.3: seconds or a date), else one second, two, four. Null: that was the last.
 * @param tries before this one
 */
export const waitSeconds = (retryAfter: string | null, tries: number, now: Date): number | null => {
  if (tries + 1 >= triesMax) return null;
  const said = retryAfter?.trim() ?? '';
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - now.getTime()) / 1_000;
  return Number.isNaN(seconds) ? 2 ** tries : Math.max(0, seconds);
};
