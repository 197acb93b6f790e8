export { sampleBytesMax } from './first-rows';
export type { CardFormat, CsvFormat, Format, Guess } from './format';
export { guessFormat } from './guess-format';
export type { Mapping } from './mapping';
export { readPeople, type Reading, type RowResult } from './people';
export type { Person, Problem } from './person';
export { sampleOf, type Sample } from './rows';
