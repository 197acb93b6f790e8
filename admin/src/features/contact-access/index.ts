export { AccessDialog } from './AccessDialog';
export { grantsDraftOf, grantsOf } from '../../kernel/grants';
export { useAccessTypes, useChoices, type Choices } from './choices';
export { GrantsFields } from './GrantsFields';
export { GrantsSection } from './GrantsSection';
export { ReachFields } from './ReachFields';
