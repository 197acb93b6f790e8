export { createHub, type Hub } from './hub';
export type { Audience, Entry } from './listener';
export type { Position } from './position';
export type { Log } from './round';
