export { AccessDialog } from './AccessDialog';
export { BulkDialog } from './BulkDialog';
export { grantsDraftOf, grantsOf } from '../../kernel/grants';
export { loadChoices, type Choices } from './choices';
export { GrantsFields } from './GrantsFields';
export { GrantsSection } from './GrantsSection';
export { ReachFields } from './ReachFields';
export { onAccessChanged } from './states';
