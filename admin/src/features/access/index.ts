export { AccessBadge } from './AccessBadge';
export { AccessDialog } from './AccessDialog';
export { BulkDialog } from './BulkDialog';
export { onAccessChanged } from './states';
