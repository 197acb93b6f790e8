import { getFetchClient, isFetchError } from '@strapi/strapi/admin';
import { errorCodes, type ErrorCode } from '../../../contract/errors';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '../../../contract/endpoint';
import { ApiError } from './apiError';
import { pluginId } from './plugin';

export { ApiError } from './apiError';

type Part<Name extends string, Value> = keyof Value extends never
  ? { [K in Name]?: undefined }
  : { [K in Name]: Value };

/** What a call of an endpoint takes: the parts that its contract names, and no others. Query keys with a default may be left out. */
export type CallOf<E extends Endpoint> = Part<'params', ParamsOf<E>> &
  Part<'query', Partial<QueryOf<E>>> &
  Part<'body', BodyOf<E>> & { signal?: AbortSignal };

interface Given {
  params?: object;
  query?: object;
  body?: unknown;
  signal?: AbortSignal;
}

const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(errorCodes, code);

const codeIn = (details: unknown): ErrorCode | 'unknown' =>
  typeof details === 'object' && details !== null && 'code' in details && isCode(details.code)
    ? details.code
    : 'unknown';

const toApiError = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error;
  if (!isFetchError(error)) {
    return new ApiError(null, 'unreachable', error instanceof Error ? error.message : String(error));
  }
  const answer = error.response?.data.error;
  const details: unknown = answer?.details ?? null;
  return new ApiError(error.status ?? answer?.status ?? null, codeIn(details), error.message, details);
};

const address = (endpoint: Endpoint, { params = {}, query = {} }: Given): string => {
  const values = new Map<string, unknown>(Object.entries(params));
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return `/${pluginId}${path}${text === '' ? '' : `?${text}`}`;
};

const send = async <Answer>(endpoint: Endpoint, given: Given): Promise<Answer> => {
  const { get, post, put, del } = getFetchClient();
  const url = address(endpoint, given);
  const options = given.signal === undefined ? {} : { signal: given.signal };
  switch (endpoint.method) {
    case 'GET':
      return (await get<{ data: Answer }>(url, options)).data.data;
    case 'POST':
      return (await post<{ data: Answer }>(url, given.body ?? {}, options)).data.data;
    case 'PUT':
      return (await put<{ data: Answer }>(url, given.body ?? {}, options)).data.data;
    case 'DELETE':
      return (await del<{ data: Answer }>(url, options)).data.data;
    case 'PATCH':
      throw new Error(`${endpoint.path}: the panel's client does not send PATCH`);
  }
};

/**
 * Calls an endpoint of the admin API and answers the `data` of its answer.
 *
 * @throws ApiError where it fails; a request that its `signal` ended fails too.
 */
export const callApi = async <E extends Endpoint>(endpoint: E, given: CallOf<E>): Promise<ResponseOf<E>> => {
  try {
    return await send<ResponseOf<E>>(endpoint, given);
  } catch (error) {
    throw toApiError(error);
  }
};

/** Calls endpoints; always the same function. */
export const useApi = () => callApi;
