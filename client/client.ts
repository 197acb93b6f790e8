import type { Contract } from '../contract/contract';
import type { CallArguments, ResponseOf } from '../contract/endpoint';
import { fillIn, routes, type GuestCall, type Route } from '../contract/routes';
import { contentBy, type Content } from './content';
import type { Query } from './queryString';
import { requestBy, type CallOptions, type ClientOptions, type SendRequest } from './request';

/** What an endpoint answers, by its name. */
export type AnswerOf<Name extends GuestCall> = ResponseOf<Contract[Name]>;

export interface Client {
  /**
   * Calls an endpoint by its name; one that answers nothing (202, 204) answers an empty object.
   * @throws GuestAccessError where it is refused, UnreachableError where no answer came, the reason of a signal that ended it
   */
  call<Name extends GuestCall>(
    name: Name,
    ...given: CallArguments<Contract[Name], CallOptions>
  ): Promise<AnswerOf<Name>>;
  /** The rows of a section of `GetMyAccess`, with the attributes that the site’s schema gives them. */
  content<Fields extends object = Readonly<Record<string, unknown>>>(section: {
    readonly path: string;
  }): Content<Fields>;
  /** Any other call of the site’s API. */
  readonly request: SendRequest;
}

interface Given extends CallOptions {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
}

/** Our own endpoints take flat values: `?page=2&ids=a,b`. */
const flat = (query: object): Query =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, value === undefined ? undefined : String(value)])
  );

const dataIn = (route: Route, answer: unknown): unknown => {
  if (route.bare) return answer;
  return typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : {};
};

/**
 * A client of the site’s API for guests, in a browser and in Node.
 * @example
 * const visitor = createClient({ baseUrl: 'https://example.com' });
 * const { token } = await visitor.call('LogInByKey', { body: { key } });
 * const guest = createClient({ baseUrl: 'https://example.com', token });
 * const { sections } = await guest.call('GetMyAccess');
 */
export const createClient = (options: ClientOptions): Client => {
  const request = requestBy(options);
  return {
    request,
    content: (section) => contentBy(request, section),
    call: async <Name extends GuestCall>(name: Name, ...[given]: CallArguments<Contract[Name], CallOptions>) => {
      const route: Route = routes[name];
      const { params, query = {}, ...rest }: Given = given ?? {};
      const answer = await request(route.method, fillIn(route, { ...params }), {
        ...rest,
        query: flat(query),
      });
      // The server holds each answer against the same contract: no schema library here.
      return dataIn(route, answer) as AnswerOf<Name>;
    },
  };
};
