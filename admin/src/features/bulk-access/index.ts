export { BulkDialog } from './BulkDialog';
export { mayAny } from './draft';
export { NewestBulk } from './NewestBulk';
