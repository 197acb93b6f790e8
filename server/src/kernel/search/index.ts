export { installSearch, isMatchable, matches, proveSearch } from './match';
