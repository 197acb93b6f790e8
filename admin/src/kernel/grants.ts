import type { ContactAccess } from '../../../contract/contact-access';

/** What is granted, as the dialogs hold it while an editor changes it. */
export interface GrantsDraft {
  /** Documents by content type of the resource. */
  resources: ReadonlyMap<string, ReadonlySet<string>>;
  accessTypes: ReadonlySet<string>;
}

/** A contact that a guest is paired with. */
export type PairedContact = ContactAccess['pairedContacts'][number];

/** How far it reaches (D4–D6). */
export interface ReachDraft {
  companyContacts: boolean;
  companyRecords: boolean;
  /** The contacts that they are paired with, beside the one whose dialog it is (D4). */
  otherContacts: readonly PairedContact[];
}

type Grants = Pick<ContactAccess, 'resources' | 'accessTypes'>;

export const noGrants: GrantsDraft = { resources: new Map(), accessTypes: new Set() };

/** Grants as the forms hold them. */
export const grantsDraftOf = ({ resources, accessTypes }: Grants): GrantsDraft => ({
  resources: new Map(resources.map(({ contentType, documentIds }) => [contentType, new Set(documentIds)])),
  accessTypes: new Set(accessTypes),
});

/** The grants in the form of the contract. */
export const grantsOf = ({ resources, accessTypes }: GrantsDraft): Grants => ({
  resources: [...resources]
    .filter(([, ids]) => ids.size > 0)
    .map(([contentType, ids]) => ({ contentType, documentIds: [...ids] })),
  accessTypes: [...accessTypes],
});

/** The form with other documents of one resource type. */
export const withResources = <Draft extends GrantsDraft>(
  draft: Draft,
  contentType: string,
  ids: ReadonlySet<string>
): Draft => ({ ...draft, resources: new Map([...draft.resources, [contentType, ids]]) });

/** Whether anything at all is granted. */
export const grantsSomething = ({ resources, accessTypes }: GrantsDraft): boolean =>
  accessTypes.size > 0 || [...resources.values()].some((ids) => ids.size > 0);
