import { mixed } from 'yup';
import { StartBulkGuests, type BodyOf } from '../../../../contract';

/** What was asked for, as the job keeps it: references, and no names, addresses or secrets. */
export type BulkInput = BodyOf<typeof StartBulkGuests>;

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Each id was checked as it came; ten thousand of them once more at each look would take a tenth of a second. */
const schema = StartBulkGuests.body.shape({ guestIds: mixed(isTexts).required() });

/** Reads what was kept. @throws where it is none */
export const readInput = (stored: unknown): BulkInput => schema.validateSync(stored);
