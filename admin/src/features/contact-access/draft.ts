import { letsIn, type ContactAccess } from '../../../../contract/contact-access';
import { sameValues } from '../../kernel/form/sameValues';
import { grantsDraftOf, type GrantsDraft, type ReachDraft } from '../../kernel/grants';

/** The form of the dialog: the grants, how far they reach, and whether the access is closed. */
export interface AccessDraft extends GrantsDraft, ReachDraft {
  closed: boolean;
}

/** The form as the server's answer fills it. A contact that has no access yet begins as "closed", as their key does not exist. */
export const draftOf = (access: ContactAccess): AccessDraft => ({
  ...grantsDraftOf(access),
  closed: !letsIn(access.state),
  companyContacts: access.companyContacts,
  companyRecords: access.companyRecords,
  otherContacts: access.pairedContacts.filter(({ documentId }) => documentId !== access.contact.documentId),
});

type Reach = Pick<ContactAccess, 'companyContacts' | 'companyRecords'> & { pairedContactIds: string[] };

/** How far the form reaches, in the form of the contract. Their own contact is always among the paired ones. */
export const reachOf = ({ companyContacts, companyRecords, otherContacts }: AccessDraft, own: string): Reach => ({
  companyContacts,
  companyRecords,
  pairedContactIds: [own, ...otherContacts.map(({ documentId }) => documentId)],
});

const rowsOf = ({ companyRecords, otherContacts, resources, accessTypes }: AccessDraft) => ({
  companyRecords,
  contactIds: new Set(otherContacts.map(({ documentId }) => documentId)),
  resources,
  accessTypes,
});

/** Whether by two forms they see the same rows. */
export const sameRows = (one: AccessDraft, other: AccessDraft): boolean => sameValues(rowsOf(one), rowsOf(other));
