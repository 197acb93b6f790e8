import supertest, { type Test } from 'supertest';
import { errorBody } from '../../contract/errorBody';
import type { ErrorCode } from '../../contract/errors';
import { readError } from '../../contract/readError';
import type { Actor } from './actors';

/** Our own routes, in whatever spelling. */
const isOurs = (path: string): boolean => /^(\/api)?\/guest-access\//.test(path);

/** Holds the refusals of our own routes, Strapi's among them, to the one schema. A 405 is the router's, and has no body. */
const held = (request: Test, path: string): Test =>
  isOurs(path)
    ? request.expect(({ status, body }) => {
        if (status >= 400 && status !== 405) errorBody.validateSync(body, { strict: true });
      })
    : request;

/** The beginning of a stream, which has no end; or why there is none, as other calls say it. */
const glance = async (path: string, headers: Actor['headers']) => {
  const controller = new AbortController();
  const response = await fetch(site.url + path, { headers, signal: controller.signal });
  if (!response.ok) {
    const text = await response.text();
    return { status: response.status, text, body: errorBody.validateSync(JSON.parse(text), { strict: true }) };
  }
  const first = await response.body?.getReader().read();
  controller.abort();
  return { status: response.status, text: Buffer.from(first?.value ?? []).toString(), body: {} };
};

/** Requests in the name of an actor: `await as(guest).get('/api/tasks').expect(200)`. */
export const as = ({ headers }: Actor) => {
  const agent = supertest(site.url);
  return {
    get: (path: string) => held(agent.get(path).set(headers), path),
    glance: (path: string) => glance(path, headers),
    post: (path: string, body?: string | object) => held(agent.post(path).set(headers).send(body), path),
    put: (path: string, body?: string | object) => held(agent.put(path).set(headers).send(body), path),
    patch: (path: string, body?: string | object) => held(agent.patch(path).set(headers).send(body), path),
    delete: (path: string) => held(agent.delete(path).set(headers), path),
    graphql: (query: string, variables: object = {}) => agent.post('/graphql').set(headers).send({ query, variables }),
  };
};

/** Why a request was refused: the contract's code, null where there is none. */
export const codeOf = ({ body }: { body: unknown }): ErrorCode | null => readError(body).code;
