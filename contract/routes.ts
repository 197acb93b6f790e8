/*
 * Where each call of the API is and who may make it, as data: all that a caller needs at run time. This file imports nothing, so
 * that the guest's page can take it without the schema library.
 */

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof methods)[number];

/**
 * Actions of the admin panel's roles. The full action is `plugin::guest-access.<permission>`.
 * `section` of the first word groups them in the role editor.
 */
export const permissions = [
  'activity.read',
  'contacts.read',
  'contacts.create',
  'contacts.update',
  'contacts.delete',
  'access.read',
  'access.manage',
  'access.preview',
  'guests.read',
  'guests.create',
  'guests.update',
  'guests.delete',
  'invitations.read',
  'invitations.manage',
  'jobs.read',
  'jobs.manage',
  'keys.issue',
  'keys.send',
  'keys.revoke',
  'posture.read',
  'posture.manage',
  'settings.read',
  'settings.update',
] as const;
export type Permission = (typeof permissions)[number];

/**
 * Who may call: a role of the admin panel with one of our permissions, any logged-in user of the admin panel,
 * a guest with a session, or anybody.
 */
export type Audience = { readonly admin: Permission } | 'admin' | 'guest' | 'public';

export interface Route {
  readonly method: Method;
  /** Below the root of its audience (`rootOf`). `:name` marks a parameter. */
  readonly path: string;
  readonly audience: Audience;
  /** Whether an editor who looks at the portal as a guest may call it although it changes something. */
  readonly inPreview?: boolean;
  /** Answers 202: what was asked is taken on, and the answer says nothing of what comes of it. */
  readonly accepted?: boolean;
  /** Answers what it has as it stands, without `{ data }` around it: a document of a form that others have laid down. */
  readonly bare?: boolean;
}

/** Every endpoint's route, by the name that the endpoint is exported under in this folder. */
export const routes = {
  GetOverview: { method: 'GET', path: '/overview', audience: { admin: 'guests.read' } },
  ListTrail: { method: 'GET', path: '/trail', audience: { admin: 'activity.read' } },
  ExportTrail: { method: 'GET', path: '/trail-export', audience: { admin: 'activity.read' } },
  StreamActivity: { method: 'GET', path: '/activity/stream', audience: { admin: 'activity.read' } },

  GetSettings: { method: 'GET', path: '/settings', audience: { admin: 'settings.read' } },
  SaveSettings: { method: 'PUT', path: '/settings', audience: { admin: 'settings.update' } },
  JudgeDomains: { method: 'POST', path: '/settings/domains', audience: { admin: 'settings.read' } },
  GetFeatures: { method: 'GET', path: '/features', audience: 'admin' },
  ListContentTypes: { method: 'GET', path: '/content-types', audience: { admin: 'settings.read' } },

  ListMails: { method: 'GET', path: '/mails', audience: { admin: 'settings.read' } },
  PreviewMail: { method: 'POST', path: '/mails/:kind/preview', audience: { admin: 'settings.read' } },

  ListJobs: { method: 'GET', path: '/jobs', audience: { admin: 'jobs.read' } },
  RetryJob: { method: 'POST', path: '/jobs/:jobId/retry', audience: { admin: 'jobs.manage' } },
  CancelJob: { method: 'POST', path: '/jobs/:jobId/cancel', audience: { admin: 'jobs.manage' } },
  PauseJob: { method: 'POST', path: '/jobs/:jobId/pause', audience: { admin: 'jobs.manage' } },
  ResumeJob: { method: 'POST', path: '/jobs/:jobId/resume', audience: { admin: 'jobs.manage' } },

  GetCoverage: { method: 'GET', path: '/coverage', audience: { admin: 'settings.read' } },

  GetPosture: { method: 'GET', path: '/posture', audience: { admin: 'posture.read' } },
  AcceptFinding: { method: 'PUT', path: '/posture/:finding/acceptance', audience: { admin: 'posture.manage' } },
  ReopenFinding: { method: 'DELETE', path: '/posture/:finding/acceptance', audience: { admin: 'posture.manage' } },
  RepairFinding: { method: 'POST', path: '/posture/:finding/repair', audience: { admin: 'posture.manage' } },

  ListContacts: { method: 'GET', path: '/contacts', audience: { admin: 'contacts.read' } },
  ListContactIds: { method: 'GET', path: '/contact-ids', audience: { admin: 'contacts.read' } },
  SampleImport: { method: 'POST', path: '/import/sample', audience: { admin: 'contacts.create' } },
  GetGoogleImport: { method: 'GET', path: '/import/google', audience: { admin: 'contacts.create' } },
  StartGoogleImport: { method: 'POST', path: '/import/google/start', audience: { admin: 'contacts.create' } },
  FinishGoogleImport: { method: 'POST', path: '/import/google/finish', audience: { admin: 'contacts.create' } },
  CreateImport: { method: 'POST', path: '/imports', audience: { admin: 'contacts.create' } },
  ListImports: { method: 'GET', path: '/imports', audience: { admin: 'contacts.create' } },
  GetImport: { method: 'GET', path: '/imports/:importId', audience: { admin: 'contacts.create' } },
  DeleteImport: { method: 'DELETE', path: '/imports/:importId', audience: { admin: 'contacts.create' } },
  AddImportPiece: { method: 'POST', path: '/imports/:importId/pieces', audience: { admin: 'contacts.create' } },
  CheckImport: { method: 'POST', path: '/imports/:importId/check', audience: { admin: 'contacts.create' } },
  ListImportRows: { method: 'GET', path: '/imports/:importId/rows', audience: { admin: 'contacts.create' } },
  CorrectImportRow: { method: 'PUT', path: '/imports/:importId/rows/:rowId', audience: { admin: 'contacts.create' } },
  DecideImportRows: { method: 'POST', path: '/imports/:importId/choices', audience: { admin: 'contacts.create' } },
  ApplyImport: { method: 'POST', path: '/imports/:importId/apply', audience: { admin: 'contacts.create' } },
  UndoImport: { method: 'POST', path: '/imports/:importId/undo', audience: { admin: 'contacts.create' } },
  SteerImport: { method: 'POST', path: '/imports/:importId/steer', audience: { admin: 'contacts.create' } },
  ExportImportReport: { method: 'GET', path: '/import-report', audience: { admin: 'contacts.create' } },
  ExportContacts: { method: 'GET', path: '/contact-export', audience: { admin: 'contacts.read' } },
  GetContact: { method: 'GET', path: '/contacts/:contactId', audience: { admin: 'contacts.read' } },
  CreateContact: { method: 'POST', path: '/contacts', audience: { admin: 'contacts.create' } },
  UpdateContact: { method: 'PUT', path: '/contacts/:contactId', audience: { admin: 'contacts.update' } },
  DeleteContact: { method: 'DELETE', path: '/contacts/:contactId', audience: { admin: 'contacts.delete' } },
  ListDuplicates: { method: 'GET', path: '/contact-duplicates', audience: { admin: 'contacts.read' } },
  TellApart: { method: 'PUT', path: '/contact-duplicates', audience: { admin: 'contacts.update' } },
  MergeContacts: { method: 'POST', path: '/contact-merges', audience: { admin: 'contacts.update' } },
  ListCompanies: { method: 'GET', path: '/companies', audience: { admin: 'contacts.read' } },

  GetContactAccess: { method: 'GET', path: '/contacts/:contactId/access', audience: { admin: 'access.read' } },
  SaveContactAccess: { method: 'PUT', path: '/contacts/:contactId/access', audience: { admin: 'access.manage' } },
  DeleteContactAccess: { method: 'DELETE', path: '/contacts/:contactId/access', audience: { admin: 'access.manage' } },
  ListAccessStates: { method: 'GET', path: '/access-states', audience: { admin: 'access.read' } },
  GrantAccessInBulk: { method: 'POST', path: '/access/bulk', audience: { admin: 'access.manage' } },
  GetAccessChoices: { method: 'GET', path: '/access/choices', audience: { admin: 'access.read' } },
  ListResources: { method: 'GET', path: '/resources', audience: { admin: 'access.read' } },

  StartBulkAccess: { method: 'POST', path: '/bulk-access', audience: { admin: 'access.read' } },
  FindBulkAccess: { method: 'GET', path: '/bulk-access', audience: { admin: 'access.read' } },
  GetBulkAccess: { method: 'GET', path: '/bulk-access/:jobId', audience: { admin: 'access.read' } },
  CancelBulkAccess: { method: 'POST', path: '/bulk-access/:jobId/cancel', audience: { admin: 'access.read' } },
  ExportBulkAccess: { method: 'GET', path: '/bulk-access-report', audience: { admin: 'access.read' } },

  IssueKey: { method: 'POST', path: '/contacts/:contactId/key', audience: { admin: 'keys.issue' } },
  RevealKey: { method: 'POST', path: '/contacts/:contactId/key/reveal', audience: { admin: 'keys.issue' } },
  ProlongKey: { method: 'PUT', path: '/contacts/:contactId/key', audience: { admin: 'keys.issue' } },
  RevokeKey: { method: 'DELETE', path: '/contacts/:contactId/key', audience: { admin: 'keys.revoke' } },
  SendKey: { method: 'POST', path: '/contacts/:contactId/key/send', audience: { admin: 'keys.send' } },

  ExplainAccess: { method: 'GET', path: '/guests/:guestId/why', audience: { admin: 'access.read' } },
  ForeseeAccess: { method: 'POST', path: '/contacts/:contactId/access/what-if', audience: { admin: 'access.read' } },
  ListViewers: { method: 'GET', path: '/insight/viewers', audience: { admin: 'access.read' } },

  ListGuests: { method: 'GET', path: '/guests', audience: { admin: 'guests.read' } },
  ExportGuests: { method: 'GET', path: '/guest-export', audience: { admin: 'guests.read' } },
  GetGuest: { method: 'GET', path: '/guests/:guestId', audience: { admin: 'guests.read' } },
  ProposeLogin: { method: 'GET', path: '/login-proposal', audience: { admin: 'guests.create' } },
  CreateGuest: { method: 'POST', path: '/guests', audience: { admin: 'guests.create' } },
  UpdateGuest: { method: 'PUT', path: '/guests/:guestId', audience: { admin: 'guests.update' } },
  InviteGuest: { method: 'POST', path: '/guests/:guestId/invite', audience: { admin: 'guests.update' } },
  SetGuestClosed: { method: 'PUT', path: '/guests/:guestId/closed', audience: { admin: 'guests.update' } },
  ApproveGuest: { method: 'POST', path: '/guests/:guestId/approve', audience: { admin: 'guests.update' } },
  FreeAddress: { method: 'POST', path: '/guests/:guestId/free-address', audience: { admin: 'guests.update' } },
  DeleteGuest: { method: 'DELETE', path: '/guests/:guestId', audience: { admin: 'guests.delete' } },
  ListGuestSessions: { method: 'GET', path: '/guests/:guestId/sessions', audience: { admin: 'guests.read' } },
  EndGuestSessions: { method: 'DELETE', path: '/guests/:guestId/sessions', audience: { admin: 'guests.update' } },

  ListGuestIds: { method: 'GET', path: '/guest-ids', audience: { admin: 'guests.read' } },
  StartBulkGuests: { method: 'POST', path: '/bulk-guests', audience: { admin: 'guests.read' } },
  FindBulkGuests: { method: 'GET', path: '/bulk-guests', audience: { admin: 'guests.read' } },
  GetBulkGuests: { method: 'GET', path: '/bulk-guests/:jobId', audience: { admin: 'guests.read' } },
  CancelBulkGuests: { method: 'POST', path: '/bulk-guests/:jobId/cancel', audience: { admin: 'guests.read' } },
  ExportBulkGuests: { method: 'GET', path: '/bulk-guests-report', audience: { admin: 'guests.read' } },

  GetSavedViews: { method: 'GET', path: '/saved-views', audience: 'admin' },
  SaveViews: { method: 'PUT', path: '/saved-views', audience: 'admin' },

  LogInByKey: { method: 'POST', path: '/auth/key', audience: 'public' },
  LogInByPassword: { method: 'POST', path: '/auth/password', audience: 'public' },
  StartPreview: { method: 'POST', path: '/guests/:guestId/preview', audience: { admin: 'access.preview' } },
  LogInByPreview: { method: 'POST', path: '/auth/preview', audience: 'public' },
  ListColleagues: { method: 'GET', path: '/colleagues', audience: 'guest' },
  LogOut: { method: 'POST', path: '/auth/logout', audience: 'guest', inPreview: true },
  GetMe: { method: 'GET', path: '/me', audience: 'guest' },
  UpdateMe: { method: 'PATCH', path: '/me', audience: 'guest' },
  ListMySessions: { method: 'GET', path: '/me/sessions', audience: 'guest' },
  EndMySession: { method: 'DELETE', path: '/me/sessions/:sessionId', audience: 'guest' },
  EndMySessions: { method: 'DELETE', path: '/me/sessions', audience: 'guest' },
  GetMyAccess: { method: 'GET', path: '/me/access', audience: 'guest' },
  StreamMe: { method: 'GET', path: '/me/stream', audience: 'guest' },
  GetSite: { method: 'GET', path: '/site', audience: 'public' },

  ForgotPassword: { method: 'POST', path: '/auth/forgot-password', audience: 'public' },
  PreviewPasswordLink: { method: 'POST', path: '/auth/set-password/preview', audience: 'public' },
  ResetPassword: { method: 'POST', path: '/auth/reset-password', audience: 'public' },
  RenewLink: { method: 'POST', path: '/auth/renew-link', audience: 'public' },
  ChangePassword: { method: 'POST', path: '/me/password', audience: 'guest' },
  ChangeEmail: { method: 'POST', path: '/me/email', audience: 'guest', accepted: true },
  ConfirmEmail: { method: 'POST', path: '/auth/confirm-email', audience: 'public' },
  UndoEmail: { method: 'POST', path: '/auth/undo-email', audience: 'public' },

  GetOpenApi: { method: 'GET', path: '/openapi.json', audience: 'guest', bare: true },
  GetAdminOpenApi: { method: 'GET', path: '/openapi.json', audience: { admin: 'settings.read' }, bare: true },

  Join: { method: 'POST', path: '/join', audience: 'public', accepted: true },
  PreviewJoin: { method: 'POST', path: '/join/preview', audience: 'public' },
  ConfirmJoin: { method: 'POST', path: '/join/confirm', audience: 'public' },

  ListInvitationLinks: { method: 'GET', path: '/invitation-links', audience: { admin: 'invitations.read' } },
  CreateInvitationLink: { method: 'POST', path: '/invitation-links', audience: { admin: 'invitations.manage' } },
  RevealInvitationLink: {
    method: 'POST',
    path: '/invitation-links/:linkId/reveal',
    audience: { admin: 'invitations.manage' },
  },
  RevokeInvitationLink: {
    method: 'DELETE',
    path: '/invitation-links/:linkId',
    audience: { admin: 'invitations.manage' },
  },
  ListArrivals: { method: 'GET', path: '/invitation-links/:linkId/arrivals', audience: { admin: 'invitations.read' } },
  PreviewInvitation: { method: 'POST', path: '/invitations/preview', audience: 'public' },
  AcceptInvitation: { method: 'POST', path: '/invitations/accept', audience: 'public', accepted: true },
} as const satisfies Record<string, Route>;

export type EndpointName = keyof typeof routes;

/** A stream answers for as long as somebody listens: it is no call, and no answer of it is kept. */
export type StreamName = Extract<EndpointName, `Stream${string}`>;

/** A file is no call either: it is taken as it comes, and may be larger than what a program holds at once. */
export type FileName = Extract<EndpointName, `Export${string}`>;

type CallsOf<Audience> = {
  [Name in EndpointName]: (typeof routes)[Name]['audience'] extends Audience
    ? Exclude<Name, StreamName | FileName>
    : never;
}[EndpointName];

/** The calls of the admin panel. */
export type AdminCall = CallsOf<'admin' | { readonly admin: Permission }>;

/** The calls of guests and of everybody. */
export type GuestCall = CallsOf<'guest' | 'public'>;

export const isForAdmin = ({ audience }: Route): boolean => audience === 'admin' || typeof audience === 'object';

/** Where the routes of an audience begin: those of the admin panel, and those of guests and the public. */
export const rootOf = (route: Route): string => (isForAdmin(route) ? '/guest-access' : '/api/guest-access');

type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** The parameters that stand in an endpoint's path. */
export type PathParams<Name extends EndpointName> = Readonly<Record<NamesIn<(typeof routes)[Name]['path']>, string>>;

type Filled<Name extends EndpointName> = keyof PathParams<Name> extends never ? [] : [params: PathParams<Name>];

/** A route's whole path with its parameters filled in. */
export const fillIn = (route: Route, params: Readonly<Record<string, unknown>> = {}): string => {
  const values = new Map(Object.entries(params));
  return (
    rootOf(route) + route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name))))
  );
};

/** An endpoint's whole path: `pathTo('GetGuest', { guestId })`. */
export const pathTo = <Name extends EndpointName>(name: Name, ...[params]: Filled<Name>): string =>
  fillIn(routes[name], params);
