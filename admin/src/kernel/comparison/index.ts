export { compare } from './compare';
export { Comparison } from './Comparison';
export { useValueName } from './useValueName';
