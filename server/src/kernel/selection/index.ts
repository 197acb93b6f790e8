export { selectionJob } from './job';
export { countsOf, noOutcomes, outcomesOf, tallyReader, type Tally } from './tally';
