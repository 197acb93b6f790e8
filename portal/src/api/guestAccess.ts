import type { AnswerOf, CallOptions, GuestCall } from '../../../client';
import type { Contract } from '../../../contract/contract';
import type { BodyOf, CallArguments } from '../../../contract/endpoint';
import { ask, type Answer } from './request';

export type Site = AnswerOf<'GetSite'>;
export type Guest = AnswerOf<'GetMe'>;
export type Section = AnswerOf<'GetMyAccess'>['sections'][number];
export type Colleague = AnswerOf<'ListColleagues'>['colleagues'][number];
export type Field = Section['fields'][number];
export type Login = AnswerOf<'ListMySessions'>['sessions'][number];

const call = <Name extends GuestCall>(
  name: Name,
  ...given: CallArguments<Contract[Name], CallOptions>
): Promise<Answer<AnswerOf<Name>>> => ask((client) => client.call(name, ...given));

export const getSite = () => call('GetSite');
/** Who is logged in now, whoever the page was drawn for. */
export const getMe = () => ask((client) => client.call('GetMe'), { forWhoever: true });
export const listColleagues = () => call('ListColleagues');
export const getMyAccess = () => call('GetMyAccess');

/** Logs in; the session comes as a cookie that this page cannot read. */
export const logInByKey = (key: string) => call('LogInByKey', { body: { key, carrier: 'cookie' } });
export const logInByPassword = (login: string, password: string) =>
  call('LogInByPassword', { body: { login, password, carrier: 'cookie' } });

/** Opens a look at the portal as a guest (N3), for the editor who was given this ticket. */
export const logInByPreview = (ticket: string) => call('LogInByPreview', { body: { ticket } });

/** Ends this session. */
export const logOut = (): Promise<Answer<unknown>> => ask((client) => client.call('LogOut'), { once: true });

export const forgotPassword = (email: string) => call('ForgotPassword', { body: { email } });
export const previewPasswordLink = (token: string) => call('PreviewPasswordLink', { body: { token } });
export const resetPassword = (token: string, password: string) => call('ResetPassword', { body: { token, password } });
/** Asks for a new link in the place of one that ran out or was used. */
export const renewLink = (token: string) => call('RenewLink', { body: { token } });
export const confirmEmail = (token: string, password?: string) =>
  call('ConfirmEmail', { body: { token, ...(password === undefined ? {} : { password }) } });
export const undoEmail = (token: string) => call('UndoEmail', { body: { token } });

export const join = (body: BodyOf<Contract['Join']>) => call('Join', { body });
export const previewJoin = (token: string) => call('PreviewJoin', { body: { token } });
export const confirmJoin = (body: Omit<BodyOf<Contract['ConfirmJoin']>, 'carrier'>) =>
  call('ConfirmJoin', { body: { ...body, carrier: 'cookie' } });
export const previewInvitation = (token: string) => call('PreviewInvitation', { body: { token } });
export const acceptInvitation = (body: BodyOf<Contract['AcceptInvitation']>) => call('AcceptInvitation', { body });

export const updateMe = (changes: BodyOf<Contract['UpdateMe']>) => call('UpdateMe', { body: changes });
export const changePassword = (currentPassword: string, password: string) =>
  call('ChangePassword', { body: { currentPassword, password } });
export const changeEmail = (email: string, password: string) => call('ChangeEmail', { body: { email, password } });
export const listMySessions = () => call('ListMySessions');
export const endMySession = (sessionId: string) => call('EndMySession', { params: { sessionId } });
export const endMySessions = () => ask((client) => client.call('EndMySessions'), { once: true });
