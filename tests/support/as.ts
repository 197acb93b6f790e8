import supertest from 'supertest';
import { readError, type ErrorCode } from '../../contract/errors';
import type { Actor } from './actors';

/** Requests in the name of an actor: `await as(guest).get('/api/tasks').expect(200)`. */
export const as = ({ headers }: Actor) => {
  const agent = supertest(site.url);
  return {
    get: (path: string) => agent.get(path).set(headers),
    post: (path: string, body?: string | object) => agent.post(path).set(headers).send(body),
    put: (path: string, body?: string | object) => agent.put(path).set(headers).send(body),
    patch: (path: string, body?: string | object) => agent.patch(path).set(headers).send(body),
    delete: (path: string) => agent.delete(path).set(headers),
    graphql: (query: string, variables: object = {}) => agent.post('/graphql').set(headers).send({ query, variables }),
  };
};

/** Why a request was refused: the contract's code, null where there is none. */
export const codeOf = ({ body }: { body: unknown }): ErrorCode | null => readError(body).code;
