import type { KeyMailing, StartBulkAccess } from '../../../../contract/bulk-access';
import type { BodyOf } from '../../../../contract/endpoint';
import type { Permission } from '../../../../contract/routes';
import { grantsOf, grantsSomething, noGrants, type GrantsDraft } from '../../kernel/grants';

/** The form: what is given, and what is done with the keys. */
export interface BulkDraft extends GrantsDraft {
  gives: boolean;
  issueKeys: boolean;
  mailKeys: KeyMailing;
}

type May = (permission: Permission) => boolean;

/** Whether somebody may do any of it. */
export const mayAny = (may: May): boolean =>
  may('access.read') && (may('access.manage') || may('keys.issue') || may('keys.send'));

/** All of it, as far as its editor may. */
export const newDraft = (may: May): BulkDraft => ({
  ...noGrants,
  gives: may('access.manage'),
  issueKeys: may('keys.issue'),
  mailKeys: !may('keys.send') ? 'none' : may('keys.issue') ? 'new' : 'all',
});

/** Without keys that are obtained there are no new ones to be mailed. */
export const withKeys = (draft: BulkDraft, issueKeys: boolean): BulkDraft => ({
  ...draft,
  issueKeys,
  mailKeys: !issueKeys && draft.mailKeys === 'new' ? 'none' : draft.mailKeys,
});

/** What is sent; null while it would do nothing, or give an access to nothing. */
export const bodyOf = (draft: BulkDraft, contactIds: readonly string[]): BodyOf<typeof StartBulkAccess> | null => {
  const { gives, issueKeys, mailKeys } = draft;
  if (gives ? !grantsSomething(draft) : !issueKeys && mailKeys === 'none') return null;
  return { contactIds: [...contactIds], grants: gives ? grantsOf(draft) : null, issueKeys, mailKeys };
};
