import type { BodyOf, Endpoint, ResponseOf } from '../../../contract/endpoint';
import type {
  GetMe,
  GetMyAccess,
  GetSite,
  ListColleagues,
  LogInByKey,
  LogInByPreview,
} from '../../../contract/sessions';
import { request, type Answer } from './request';

export type Site = ResponseOf<typeof GetSite>;
export type Guest = ResponseOf<typeof GetMe>;
export type Section = ResponseOf<typeof GetMyAccess>['sections'][number];
export type Colleague = ResponseOf<typeof ListColleagues>['colleagues'][number];
export type Field = Section['fields'][number];

const call = async <E extends Endpoint>(
  method: E['method'],
  path: E['path'],
  body?: BodyOf<E>
): Promise<Answer<ResponseOf<E>>> => {
  const answer = await request(method, `/api/guest-access${path}`, { body });
  if (!answer.ok) return answer;
  // The server builds its answer from the same contract, and its tests check that it does: no schema library here.
  const { data } = answer.data as { data: ResponseOf<E> };
  return { ok: true, data };
};

export const getSite = () => call<typeof GetSite>('GET', '/site');
export const getMe = () => call<typeof GetMe>('GET', '/me');
export const listColleagues = () => call<typeof ListColleagues>('GET', '/colleagues');
export const getMyAccess = () => call<typeof GetMyAccess>('GET', '/me/access');

/** Logs in; the session comes as a cookie that this page cannot read. */
export const logInByKey = (key: string) => call<typeof LogInByKey>('POST', '/auth/key', { key, carrier: 'cookie' });

/** Opens a look at the portal as a guest (N3), for the editor who was given this ticket. */
export const logInByPreview = (ticket: string) => call<typeof LogInByPreview>('POST', '/auth/preview', { ticket });

/** Ends this session; the answer has no body. */
export const logOut = (): Promise<Answer<unknown>> => request('POST', '/api/guest-access/auth/logout');
