export { emit, on, type Events } from './inside';
export { createAfterCommit, type AfterCommit, type LogListener } from './after-commit';
