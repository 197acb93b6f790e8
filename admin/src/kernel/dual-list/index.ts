export { DualList } from './DualList';
export type { Option } from './options';
