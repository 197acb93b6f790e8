export { AccessBadge } from './AccessBadge';
export { AccessDialog } from './AccessDialog';
export { BulkDialog } from './BulkDialog';
export { loadChoices, type Choices } from './choices';
export { grantsDraftOf, grantsOf, noGrants, sameGrants, sameReach, type GrantsDraft, type ReachDraft } from './draft';
export { GrantsFields } from './GrantsFields';
export { ReachFields } from './ReachFields';
export { onAccessChanged } from './states';
