export { inBatches } from './batches';
export { Download } from './download';
export { asCsv, type Column, type Worded } from './table';
export { asVcards, type Card } from './vcard';
