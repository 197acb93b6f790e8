export { emit, on } from './inside';
export { createAfterCommit, type AfterCommit, type LogListener } from './after-commit';
