import type { AdminCall } from '../../../contract/routes';

/** What the answers of the API tell of. A list is told apart from one of its things as a form holds it. */
export const lists = [
  'contacts',
  'duplicates',
  'companies',
  'accessStates',
  'guests',
  'invitations',
  'jobs',
  'bulkAccess',
  'bulkGuests',
  'savedViews',
  'imports',
  'posture',
  'trail',
] as const;
export const subjects = [...lists, 'access', 'guest', 'choices', 'settings', 'coverage'] as const;
export type Subject = (typeof subjects)[number];

/** The calls that change nothing, each with what its answer tells of: it is asked again as that changes. */
export const reads = {
  GetSettings: ['settings'],
  JudgeDomains: [],
  GetFeatures: ['settings'],
  ListContentTypes: [],
  ListMails: [],
  PreviewMail: [],
  GetCoverage: ['coverage'],
  GetPosture: ['posture', 'settings', 'guests', 'jobs'],
  ListContacts: ['contacts'],
  ListContactIds: ['contacts'],
  GetContact: ['contacts'],
  ListDuplicates: ['duplicates', 'contacts'],
  ListCompanies: ['companies'],
  GetContactAccess: ['access'],
  ListAccessStates: ['accessStates'],
  FindBulkAccess: ['bulkAccess'],
  GetBulkAccess: ['bulkAccess'],
  GetAccessChoices: ['choices'],
  ListResources: ['choices'],
  ExplainAccess: ['access'],
  ForeseeAccess: ['access'],
  ListViewers: ['guests', 'choices'],
  ListGuests: ['guests'],
  GetGuest: ['guest'],
  ListGuestIds: ['guests'],
  ListGuestSessions: ['guest'],
  GetOverview: ['guests', 'jobs', 'trail'],
  ListTrail: ['trail', 'guest', 'guests'],
  GetSavedViews: ['savedViews'],
  FindBulkGuests: ['bulkGuests'],
  GetBulkGuests: ['bulkGuests'],
  ProposeLogin: [],
  ListInvitationLinks: ['invitations'],
  RevealInvitationLink: [],
  ListArrivals: ['guests'],
  ListJobs: ['jobs'],
  GetAdminOpenApi: [],
  SampleImport: [],
  GetGoogleImport: ['settings'],
  ListImports: ['imports'],
  GetImport: ['imports'],
  ListImportRows: ['imports'],
} as const satisfies Partial<Record<AdminCall, readonly Subject[]>>;
export type ReadName = keyof typeof reads;
export type ChangeName = Exclude<AdminCall, ReadName>;

/** A guest, with all that shows them: a contact's access is a guest's. */
const guest = ['guests', 'guest', 'access', 'accessStates', 'contacts'] as const;
const contact = ['contacts', 'companies', 'guests', 'access', 'accessStates'] as const;

/** All other calls, each with what it changes. */
export const changes = {
  SaveSettings: ['settings', 'coverage', 'choices'],
  AcceptFinding: ['posture'],
  ReopenFinding: ['posture'],
  RepairFinding: ['posture', 'settings', 'coverage', 'choices', ...guest],
  CreateContact: contact,
  UpdateContact: contact,
  DeleteContact: contact,
  TellApart: ['duplicates'],
  MergeContacts: [...contact, 'guest'],
  SaveContactAccess: guest,
  DeleteContactAccess: guest,
  GrantAccessInBulk: guest,
  StartBulkAccess: ['bulkAccess', 'jobs'],
  CancelBulkAccess: ['bulkAccess', 'jobs'],
  IssueKey: guest,
  RevealKey: [],
  ProlongKey: guest,
  RevokeKey: guest,
  SendKey: guest,
  StartPreview: [],
  CreateGuest: guest,
  UpdateGuest: guest,
  InviteGuest: guest,
  SetGuestClosed: guest,
  ApproveGuest: guest,
  FreeAddress: guest,
  DeleteGuest: guest,
  EndGuestSessions: guest,
  SaveViews: ['savedViews'],
  StartBulkGuests: ['bulkGuests', 'jobs'],
  CancelBulkGuests: ['bulkGuests', 'jobs'],
  CreateInvitationLink: ['invitations'],
  RevokeInvitationLink: ['invitations'],
  RetryJob: ['jobs'],
  CancelJob: ['jobs'],
  PauseJob: ['jobs'],
  ResumeJob: ['jobs'],
  StartGoogleImport: [],
  FinishGoogleImport: ['imports'],
  CreateImport: ['imports'],
  DeleteImport: ['imports'],
  AddImportPiece: [],
  CheckImport: ['imports'],
  CorrectImportRow: ['imports'],
  DecideImportRows: ['imports'],
  ApplyImport: ['imports'],
  UndoImport: ['imports'],
  SteerImport: ['imports'],
} as const satisfies Record<ChangeName, readonly Subject[]>;

const isList = (subject: Subject): boolean => lists.some((list) => list === subject);

/**
 * What is asked again after a call: all that it changed; after one that was refused, as after a change in another window, only the
 * lists. They may be what was out of date; a form keeps what it was opened with, or what stands in it would be lost.
 */
export const listsOf = (changed: readonly Subject[]): Subject[] => changed.filter(isList);
