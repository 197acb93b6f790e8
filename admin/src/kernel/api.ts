import { getFetchClient, isFetchError } from '@strapi/strapi/admin';
import type { Contract } from '../../../contract/contract';
import type { CallArguments, ResponseOf } from '../../../contract/endpoint';
import { detailsOf } from '../../../contract/readError';
import { fillIn, routes, type EndpointName, type Route } from '../../../contract/routes';
import { ApiError } from './apiError';

export { ApiError } from './apiError';

interface Given {
  params?: object;
  query?: object;
  body?: unknown;
  signal?: AbortSignal;
}

const toApiError = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error;
  if (!isFetchError(error)) {
    return new ApiError(null, 'unreachable', error instanceof Error ? error.message : String(error));
  }
  const answer = error.response?.data.error;
  const details: unknown = answer?.details ?? null;
  return new ApiError(
    error.status ?? answer?.status ?? null,
    detailsOf(details).code ?? 'unknown',
    error.message,
    details
  );
};

const address = (route: Route, { params = {}, query = {} }: Given): string => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return `${fillIn(route, { ...params })}${text === '' ? '' : `?${text}`}`;
};

const send = async <Answer>(route: Route, given: Given): Promise<Answer> => {
  const { get, post, put, del } = getFetchClient();
  const url = address(route, given);
  const options = given.signal === undefined ? {} : { signal: given.signal };
  switch (route.method) {
    case 'GET':
      return (await get<{ data: Answer }>(url, options)).data.data;
    case 'POST':
      return (await post<{ data: Answer }>(url, given.body ?? {}, options)).data.data;
    case 'PUT':
      return (await put<{ data: Answer }>(url, given.body ?? {}, options)).data.data;
    case 'DELETE':
      return (await del<{ data: Answer }>(url, options)).data.data;
    case 'PATCH':
      throw new Error(`${route.path}: the panel's client does not send PATCH`);
  }
};

/**
 * Calls an endpoint of the admin API by its name and answers the `data` of its answer.
 *
 * @throws ApiError where it fails; a request that its `signal` ended fails too.
 */
export const callApi = async <Name extends EndpointName>(
  name: Name,
  ...[given]: CallArguments<Contract[Name], { signal?: AbortSignal }>
): Promise<ResponseOf<Contract[Name]>> => {
  try {
    return await send<ResponseOf<Contract[Name]>>(routes[name], given ?? {});
  } catch (error) {
    throw toApiError(error);
  }
};
