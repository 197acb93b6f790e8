import * as React from 'react';
import type { Contract } from '../../../contract/contract';
import type { CallOf } from '../../../contract/endpoint';
import { cache, own, readApi, tagsOf, type Answer } from './api';
import { toApiError, type ApiError } from './apiError';
import type { ReadName, Subject } from './subjects';
import { usePageInSight } from './usePageInSight';

/** Something that is loaded. While it is loaded again, or another page of it, the last value stays and `isLoading` is true. */
export interface Loaded<Value> {
  value: Value | null;
  error: ApiError | null;
  isLoading: boolean;
  reload: () => void;
}

/** What the cache tells a component. `isFetching` is also true of what is asked for the first time. */
interface Result {
  data?: unknown;
  error?: unknown;
  isFetching: boolean;
  isUninitialized: boolean;
  refetch: () => unknown;
}

const useLoaded = <Value>(result: Result, isAsked: boolean): Loaded<Value> => {
  const { data, error, isFetching, isUninitialized, refetch } = result;
  const failure = React.useMemo(
    () => (error === undefined || isFetching ? null : toApiError(error)),
    [error, isFetching]
  );
  const reload = React.useCallback(() => {
    if (!isUninitialized) void refetch();
  }, [isUninitialized, refetch]);
  // Safe: each endpoint's data is what its caller names here, by the contract or by `defineRead`.
  const value = isAsked ? ((data as Value | undefined) ?? null) : null;
  return { value, error: isAsked ? failure : null, isLoading: isFetching, reload };
};

interface Options {
  /** Asks again and again, this often, while the page is in sight; 0: not. */
  everyMs?: number;
}

/**
 * The answer of an endpoint that changes nothing, asked for while a component shows it, and again as what it tells of is changed.
 *
 * @param given null: nothing is asked yet
 */
export const useData = <Name extends ReadName>(
  name: Name,
  given: CallOf<Contract[Name]> | null,
  { everyMs = 0 }: Options = {}
): Loaded<Answer<Name>> => {
  const { useQuery } = readApi.endpoints[own<ReadName>(name)];
  const pollingInterval = usePageInSight() ? everyMs : 0;
  return useLoaded(useQuery(given ?? {}, { skip: given === null, pollingInterval }), given !== null);
};

/**
 * Makes a hook like `useData` for what takes several calls, or is not of our API.
 *
 * @param name no endpoint's
 * @param about what it tells of
 */
export const defineRead = <Given, Value>(
  name: string,
  about: readonly Subject[],
  load: (given: Given) => Promise<Value>
): ((given: Given | null) => Loaded<Value>) => {
  const key = own(name);
  const { [key]: endpoint } = cache.injectEndpoints({
    endpoints: (build) => ({
      [key]: build.query<unknown, unknown>({
        queryFn: async (given) => {
          try {
            // Safe: the hook below gives nothing else.
            return { data: await load(given as Given) };
          } catch (error) {
            const { status, message, details } = toApiError(error);
            return { error: { ...(status === null ? {} : { status }), name: 'ApiError', message, details } };
          }
        },
        providesTags: tagsOf(about),
        keepUnusedDataFor: 0,
      }),
    }),
  }).endpoints;
  if (endpoint === undefined) throw new Error(`${key} was not taken`);
  return (given) => useLoaded(endpoint.useQuery(given, { skip: given === null }), given !== null);
};

/** The same, of what is made of the value. */
export const mapLoaded = <Value, Made>(loaded: Loaded<Value>, make: (value: Value) => Made): Loaded<Made> => ({
  ...loaded,
  value: loaded.value === null ? null : make(loaded.value),
});

/** Two things that are shown together. */
export const bothLoaded = <One, Other>(one: Loaded<One>, other: Loaded<Other>): Loaded<readonly [One, Other]> => ({
  value: one.value === null || other.value === null ? null : [one.value, other.value],
  error: one.error ?? other.error,
  isLoading: one.isLoading || other.isLoading,
  reload: () => {
    one.reload();
    other.reload();
  },
});
