import {
  accessOutcomes,
  contactOutcome,
  keyOutcomes,
  mailOutcomes,
  type BulkAccess,
  type ContactOutcome,
} from '../../../../contract';
import { countsOf, tallyReader, type Tally } from '../../kernel';

export const readTally = tallyReader(contactOutcome);

export const contactCountsOf = (tally: Tally<ContactOutcome>): BulkAccess['counts'] => ({
  access: countsOf(tally, accessOutcomes, ({ access }) => access),
  key: countsOf(tally, keyOutcomes, ({ key }) => key),
  mail: countsOf(tally, mailOutcomes, ({ mail }) => mail),
});

/** Whether a contact did not get all that was asked for it. */
export const isLeft = ({ access, key, mail }: ContactOutcome): boolean =>
  access === 'contact-gone' ||
  (key !== null && key !== 'issued' && key !== 'kept') ||
  (mail !== null && mail !== 'queued' && mail !== 'repeated' && mail !== 'had-key');
