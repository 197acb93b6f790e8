import { array, mixed, object } from 'yup';
import {
  accessOutcomes,
  contactOutcome,
  keyOutcomes,
  mailOutcomes,
  type BulkAccess,
  type ContactOutcome,
} from '../../../../contract';

/** What came of the contacts so far, in their order: each kind of outcome once, and of each contact which one it is. */
export interface Tally {
  readonly kinds: readonly ContactOutcome[];
  readonly of: readonly number[];
}

export const noOutcomes: Tally = { kinds: [], of: [] };

const isNumbers = (value: unknown): value is number[] => Array.isArray(value) && value.every(Number.isInteger);

const schema = object({
  kinds: array(contactOutcome.required()).required(),
  of: mixed(isNumbers).required(),
});

/** Reads what was kept. @throws where it is none */
export const readTally = (stored: unknown): Tally => schema.validateSync(stored, { strict: true });

const isSame = (one: ContactOutcome, other: ContactOutcome): boolean =>
  one.access === other.access && one.key === other.key && one.mail === other.mail;

export const withOutcome = ({ kinds, of }: Tally, outcome: ContactOutcome): Tally => {
  const known = kinds.findIndex((kind) => isSame(kind, outcome));
  return known === -1 ? { kinds: [...kinds, outcome], of: [...of, kinds.length] } : { kinds, of: [...of, known] };
};

/** The contacts that were done, each with what came of it. */
export const outcomesOf = <Id>({ kinds, of }: Tally, contactIds: readonly Id[]): [Id, ContactOutcome][] =>
  contactIds.slice(0, of.length).flatMap((id, index): [Id, ContactOutcome][] => {
    const outcome = kinds[of[index] ?? -1];
    return outcome === undefined ? [] : [[id, outcome]];
  });

export const countsOf = ({ kinds, of }: Tally): BulkAccess['counts'] => {
  const times = kinds.map((outcome, kind) => ({ outcome, count: of.filter((one) => one === kind).length }));
  const counted = <Outcome>(outcomes: readonly Outcome[], part: (of: ContactOutcome) => unknown) =>
    outcomes
      .map((outcome) => ({
        outcome,
        count: times.reduce((sum, one) => sum + (part(one.outcome) === outcome ? one.count : 0), 0),
      }))
      .filter(({ count }) => count > 0);
  return {
    access: counted(accessOutcomes, ({ access }) => access),
    key: counted(keyOutcomes, ({ key }) => key),
    mail: counted(mailOutcomes, ({ mail }) => mail),
  };
};

/** Whether a contact did not get all that was asked for it. */
export const isLeft = ({ access, key, mail }: ContactOutcome): boolean =>
  access === 'contact-gone' ||
  (key !== null && key !== 'issued' && key !== 'kept') ||
  (mail !== null && mail !== 'queued' && mail !== 'repeated' && mail !== 'had-key');
