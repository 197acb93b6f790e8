export { createHub, type Hub } from './hub';
export type { Audience } from './listener';
export type { Position } from './position';
