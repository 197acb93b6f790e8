import type { ContactAccess } from '../../../../contract/access';

/** What is granted, as the dialogs hold it while an editor changes it. */
export interface GrantsDraft {
  /** Documents by content type of the resource. */
  resources: ReadonlyMap<string, ReadonlySet<string>>;
  accessTypes: ReadonlySet<string>;
}

/** The form of the dialog: the grants, and whether the access is closed. */
export interface AccessDraft extends GrantsDraft {
  closed: boolean;
}

type Grants = Pick<ContactAccess, 'resources' | 'accessTypes'>;

export const noGrants: GrantsDraft = { resources: new Map(), accessTypes: new Set() };

const grantsDraftOf = ({ resources, accessTypes }: Grants): GrantsDraft => ({
  resources: new Map(resources.map(({ contentType, documentIds }) => [contentType, new Set(documentIds)])),
  accessTypes: new Set(accessTypes),
});

/** The form as the server's answer fills it. A contact that has no access yet begins as "closed", as his key does not exist. */
export const draftOf = (access: ContactAccess): AccessDraft => ({
  ...grantsDraftOf(access),
  closed: access.state === 'closed' || access.state === 'none',
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

const sameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((id) => other.has(id));

const sameResources = (one: GrantsDraft['resources'], other: GrantsDraft['resources']): boolean =>
  [...new Set([...one.keys(), ...other.keys()])].every((contentType) =>
    sameSet(one.get(contentType) ?? new Set(), other.get(contentType) ?? new Set())
  );

/** Whether two forms say the same, whatever the order in which it was chosen. */
export const sameDraft = (one: AccessDraft, other: AccessDraft): boolean =>
  one.closed === other.closed &&
  sameSet(one.accessTypes, other.accessTypes) &&
  sameResources(one.resources, other.resources);

/** Whether anything at all is granted. */
export const grantsSomething = ({ resources, accessTypes }: GrantsDraft): boolean =>
  accessTypes.size > 0 || [...resources.values()].some((ids) => ids.size > 0);
