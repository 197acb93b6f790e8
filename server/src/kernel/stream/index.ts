export { createHub, type Hub } from './hub';
export type { Audience } from './listener';
