import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { CoverageVerdict } from '../../../../../contract';
import { GUEST_SCOPE, requestHandler, secretPrefixes, type Strapi } from '../../../kernel';
import { apiPrefix, wasReached, waysOf, type Way } from '../answers/reached';
import { beginTrial, type Trial } from '../answers/trial';

/*
 * Looks by trying whether anything in the site answers guests in the place of the handler: a response cache that knows a
 * request by its address alone. Two callers ask the same address, one after the other, through all middlewares; the second has
 * to come as far as the first. The addresses are of no row, and the handlers are not called.
 */

/** How long what a cache stores beside the answer is waited for, and how long for an answer. */
const storeMs = 25;
const answerMs = 3_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What became of a trial: it came through, something else answered, or it was refused on the way. */
type Outcome = 'reached' | 'answered' | 'refused';

const ask = async (handler: Handler, path: string, token: string, trial: Trial): Promise<Outcome> => {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, {
    method: 'GET',
    url: path,
    headers: {
      host: 'localhost',
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'user-agent': 'guest-access self-check',
    },
  });
  request.push(null);
  beginTrial(request, trial);
  const response = new ServerResponse(request);
  await Promise.race([handler(request, response), pause(answerMs, undefined, { ref: false })]);
  request.socket.destroy();
  if (wasReached(request)) return 'reached';
  const { statusCode: status, writableEnded: ended } = response;
  return ended && (status < 300 || status === 304) ? 'answered' : 'refused';
};

const newToken = (): string => secretPrefixes.session + randomUUID();

const tryWay = async (strapi: Strapi, handler: Handler, { scope, path }: Way): Promise<CoverageVerdict> => {
  const guest = { id: 0, documentId: 'self-check', version: -1, companyRecords: false, sessionId: 0, readOnly: true };
  const askAs = (name: string, token: string, stored = false) => {
    const address = path.includes(':') ? path.replace(/:[^/]+/, name) : `${path}?${name}`;
    return ask(handler, apiPrefix(strapi) + address, token, { name, scope, stored, guest });
  };
  const [one, other] = [newToken(), newToken()];
  // What somebody else was answered must not come to a guest, …
  const foreign = `self-check-${randomUUID()}`;
  const first = await askAs(foreign, newToken(), true);
  await pause(storeMs);
  const afterForeign = await askAs(foreign, one);
  // … nor what a guest was answered to another, nor to themself without our looking at the session again.
  const own = `self-check-${randomUUID()}`;
  await askAs(own, one);
  await pause(storeMs);
  const outcomes = [first, afterForeign, await askAs(own, other), await askAs(own, one)];
  if (outcomes.includes('answered')) return 'open';
  return outcomes.every((outcome) => outcome === 'reached') ? 'covered' : 'empty';
};

/** Strapi's log of requests leaves out those that nobody sent. */
const unlogged = async <T>(strapi: Strapi, work: () => Promise<T>): Promise<T> => {
  const log = strapi.log;
  const { http } = log;
  log.http = ((line: string, ...more: unknown[]) =>
    typeof line === 'string' && line.includes('self-check-')
      ? log
      : (Reflect.apply(http, log, [line, ...more]) as typeof log)) as typeof http;
  try {
    return await work();
  } finally {
    log.http = http;
  }
};

/** `content` by uid; `own` is of our own routes, which show a guest's profile and access. */
interface CacheFindings {
  content: ReadonlyMap<string, CoverageVerdict>;
  own: CoverageVerdict;
}

/** The worst of some verdicts; `absent` where there is none. */
const worst = (verdicts: readonly CoverageVerdict[]): CoverageVerdict =>
  (['open', 'empty', 'covered'] as const).find((one) => verdicts.includes(one)) ?? 'absent';

/** Tries all addresses of single rows of these content types, and one of our own. Needs the routes to be mounted. */
export const tryCaches = async (strapi: Strapi, uids: readonly string[]): Promise<CacheFindings> => {
  const handler: Handler = requestHandler(strapi);
  const tryWays = async (fits: (way: Way) => boolean): Promise<CoverageVerdict> =>
    worst(
      await Promise.all(
        waysOf(strapi)
          .filter(fits)
          .map((way) => tryWay(strapi, handler, way))
      )
    );
  return unlogged(strapi, async () => {
    const content = uids.map(
      async (uid) =>
        [uid, await tryWays(({ scope, path }) => scope === `${uid}.findOne` && path.split(':').length === 2)] as const
    );
    const own = tryWays(({ scope, path }) => scope === GUEST_SCOPE && path.endsWith('/me'));
    return { content: new Map(await Promise.all(content)), own: await own };
  });
};
