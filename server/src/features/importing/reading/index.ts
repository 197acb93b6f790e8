export type { Format } from './format';
export { guessFormat } from './guess-format';
export { readPeople, type Reading, type RowResult } from './people';
export { personOf, type Problem, type Values } from './person';
export { sampleOf, sampleRowsMax } from './rows';
