import type { BodyOf, Endpoint, ResponseOf } from '../../../contract/endpoint';
import type {
  ChangeEmail,
  ChangePassword,
  ConfirmEmail,
  ForgotPassword,
  PreviewPasswordLink,
  RenewLink,
  ResetPassword,
  UndoEmail,
} from '../../../contract/credentials';
import type { AcceptInvitation, PreviewInvitation } from '../../../contract/invitations';
import type { ConfirmJoin, Join, PreviewJoin } from '../../../contract/joining';
import type {
  GetMe,
  GetMyAccess,
  GetSite,
  ListColleagues,
  ListMySessions,
  LogInByKey,
  LogInByPassword,
  LogInByPreview,
  UpdateMe,
} from '../../../contract/sessions';
import { request, type Answer } from './request';

export type Site = ResponseOf<typeof GetSite>;
export type Guest = ResponseOf<typeof GetMe>;
export type Section = ResponseOf<typeof GetMyAccess>['sections'][number];
export type Colleague = ResponseOf<typeof ListColleagues>['colleagues'][number];
export type Field = Section['fields'][number];
export type Login = ResponseOf<typeof ListMySessions>['sessions'][number];

const root = '/api/guest-access';

const call = async <E extends Endpoint>(
  method: E['method'],
  path: E['path'],
  body?: BodyOf<E>,
  forWhoever = false
): Promise<Answer<ResponseOf<E>>> => {
  const answer = await request(method, `${root}${path}`, { body, forWhoever });
  if (!answer.ok) return answer;
  // The server builds its answer from the same contract, and its tests check that it does: no schema library here.
  const { data } = answer.data as { data: ResponseOf<E> };
  return { ok: true, data };
};

/** A call whose answer says nothing but that it was taken: 202 or 204. */
const tell = <E extends Endpoint>(method: E['method'], path: E['path'], body?: BodyOf<E>): Promise<Answer<unknown>> =>
  request(method, `${root}${path}`, { body });

export const getSite = () => call<typeof GetSite>('GET', '/site');
/** Who is logged in now, whoever the page was drawn for. */
export const getMe = () => call<typeof GetMe>('GET', '/me', undefined, true);
export const listColleagues = () => call<typeof ListColleagues>('GET', '/colleagues');
export const getMyAccess = () => call<typeof GetMyAccess>('GET', '/me/access');

/** Logs in; the session comes as a cookie that this page cannot read. */
export const logInByKey = (key: string) => call<typeof LogInByKey>('POST', '/auth/key', { key, carrier: 'cookie' });
export const logInByPassword = (login: string, password: string) =>
  call<typeof LogInByPassword>('POST', '/auth/password', { login, password, carrier: 'cookie' });

/** Opens a look at the portal as a guest (N3), for the editor who was given this ticket. */
export const logInByPreview = (ticket: string) => call<typeof LogInByPreview>('POST', '/auth/preview', { ticket });

/** Ends this session. */
export const logOut = () => request('POST', `${root}/auth/logout`, { once: true });

export const forgotPassword = (email: string) =>
  tell<typeof ForgotPassword>('POST', '/auth/forgot-password', { email });
export const previewPasswordLink = (token: string) =>
  call<typeof PreviewPasswordLink>('POST', '/auth/set-password/preview', { token });
export const resetPassword = (token: string, password: string) =>
  tell<typeof ResetPassword>('POST', '/auth/reset-password', { token, password });
/** Asks for a new link in the place of one that ran out or was used. */
export const renewLink = (token: string) => tell<typeof RenewLink>('POST', '/auth/renew-link', { token });
export const confirmEmail = (token: string, password?: string) =>
  call<typeof ConfirmEmail>('POST', '/auth/confirm-email', { token, ...(password === undefined ? {} : { password }) });
export const undoEmail = (token: string) => call<typeof UndoEmail>('POST', '/auth/undo-email', { token });

export const join = (body: BodyOf<typeof Join>) => tell<typeof Join>('POST', '/join', body);
export const previewJoin = (token: string) => call<typeof PreviewJoin>('POST', '/join/preview', { token });
export const confirmJoin = (body: Omit<BodyOf<typeof ConfirmJoin>, 'carrier'>) =>
  call<typeof ConfirmJoin>('POST', '/join/confirm', { ...body, carrier: 'cookie' });
export const previewInvitation = (token: string) =>
  call<typeof PreviewInvitation>('POST', '/invitations/preview', { token });
export const acceptInvitation = (body: BodyOf<typeof AcceptInvitation>) =>
  tell<typeof AcceptInvitation>('POST', '/invitations/accept', body);

export const updateMe = (changes: BodyOf<typeof UpdateMe>) => call<typeof UpdateMe>('PATCH', '/me', changes);
export const changePassword = (currentPassword: string, password: string) =>
  tell<typeof ChangePassword>('POST', '/me/password', { currentPassword, password });
export const changeEmail = (email: string, password: string) =>
  tell<typeof ChangeEmail>('POST', '/me/email', { email, password });
export const listMySessions = () => call<typeof ListMySessions>('GET', '/me/sessions');
export const endMySession = (id: string) => request('DELETE', `${root}/me/sessions/${encodeURIComponent(id)}`);
export const endMySessions = () => request('DELETE', `${root}/me/sessions`, { once: true });
