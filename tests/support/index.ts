export * from './actors';
export * from './as';
export * from './instances';
export * from './mail';
export * from './make';
export * from './passwords';
export * from './watch';
export type { Site } from './site';
export * from './joining';
