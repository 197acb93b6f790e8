import type { Contract } from '../../../contract/contract';
import type { CallArguments, CallOf, ResponseOf } from '../../../contract/endpoint';
import { fillIn, routes, type AdminCall, type Route } from '../../../contract/routes';
import { toApiError } from './apiError';
import { adminApi, dispatch } from './strapi/store';
import { changes, listsOf, reads, subjects, type ChangeName, type ReadName, type Subject } from './subjects';
import { hearOtherWindows, tellOtherWindows } from './windows';

export { ApiError } from './apiError';

export type Answer<Name extends AdminCall> = ResponseOf<Contract[Name]>;

/** What a call is given, whatever its endpoint. */
interface Given {
  params?: object;
  query?: object;
  body?: unknown;
}

export const searchOf = (query: object): string => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
};

/** What the panel's client sends; it knows no other methods. */
type Sent = Route & { readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' };

/** A call as the panel's client takes it. Query keys without a value are left out. */
const requestOf = (route: Sent, { params = {}, query = {}, body }: Given) => ({
  url: fillIn(route, { ...params }) + searchOf(query),
  method: route.method,
  ...(route.method === 'GET' ? {} : { data: body ?? {} }),
});

/** The cache is the whole panel's: our names in it begin with ours. */
export const own = <Name extends string>(name: Name) => `guest-access.${name}` as const;
export const tagsOf = (changed: readonly Subject[]) => changed.map(own);

/** Endpoints of the cache by our names, one for each key of `names`. */
const ownEndpoints = <Name extends string, Definition>(names: object, define: (name: Name) => Definition) =>
  // Safe: `names` are the keys of the table whose names `Name` is.
  Object.fromEntries(Object.keys(names).map((name) => [own(name), define(name as Name)])) as Record<
    ReturnType<typeof own<Name>>,
    Definition
  >;

const dataOf = (body: { data: unknown }): unknown => body.data;

export const cache = adminApi.enhanceEndpoints({ addTagTypes: subjects.map(own) });

/** What nobody looks at is dropped at once: whoever opens a form sees what is there now, and secrets do not stay. */
export const readApi = cache.injectEndpoints({
  endpoints: (build) =>
    ownEndpoints(reads, (name: ReadName) =>
      build.query<unknown, Given>({
        query: (given) => requestOf(routes[name], given),
        transformResponse: dataOf,
        providesTags: tagsOf(reads[name]),
        keepUnusedDataFor: 0,
      })
    ),
});

const changeApi = cache.injectEndpoints({
  endpoints: (build) =>
    ownEndpoints(changes, (name: ChangeName) =>
      build.mutation<unknown, Given>({
        query: (given) => requestOf(routes[name], given),
        transformResponse: dataOf,
        invalidatesTags: (_answer, error) => tagsOf(error ? listsOf(changes[name]) : changes[name]),
      })
    ),
});

const isRead = (name: AdminCall): name is ReadName => Object.hasOwn(reads, name);

const read = async (name: ReadName, given: Given): Promise<unknown> => {
  const asked = dispatch(readApi.endpoints[own(name)].initiate(given, { forceRefetch: true }));
  try {
    return await asked.unwrap();
  } finally {
    asked.unsubscribe();
  }
};

const change = async (name: ChangeName, given: Given): Promise<unknown> => {
  // Not tracked: the answer may be a secret, and nobody reads it in the store.
  const endpoint = changeApi.endpoints[own(name)];
  const answer = await dispatch(endpoint.initiate(given, { track: false })).unwrap();
  tellOtherWindows(changes[name]);
  return answer;
};

/**
 * Calls an endpoint of the admin API by its name and answers the `data` of its answer. What the panel shows of what was changed is
 * asked again by itself.
 *
 * @throws ApiError where it fails
 */
export const callApi = async <Name extends AdminCall>(
  name: Name,
  ...[given]: CallArguments<Contract[Name], unknown>
): Promise<Answer<Name>> => {
  try {
    const answer = isRead(name) ? await read(name, given ?? {}) : await change(name, given ?? {});
    // Safe: the server holds each answer against its contract before it sends it.
    return answer as Answer<Name>;
  } catch (error) {
    throw toApiError(error);
  }
};

/** Takes over what a change answered of the thing that is shown, before it is asked again. */
export const replaceData = <Name extends ReadName>(
  name: Name,
  given: CallOf<Contract[Name]>,
  answer: Answer<Name>
): void => {
  dispatch(readApi.util.updateQueryData(own<ReadName>(name), given, () => answer));
};

/** Asks again what is shown of these. */
export const refresh = (about: readonly Subject[]): void => {
  dispatch(cache.util.invalidateTags(tagsOf(about)));
};

/** Asks again what is shown of lists that are changed in another window of the panel. */
export const followOtherWindows = (): void => hearOtherWindows(refresh);
