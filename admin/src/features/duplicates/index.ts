export { DuplicatesLink } from './DuplicatesLink';
export { DuplicatesPage } from './DuplicatesPage';
export { mayMerge } from './mayMerge';
export { MergeContactsDialog } from './MergeContactsDialog';
