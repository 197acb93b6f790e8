import { array, mixed, object, type InferType, type Schema } from 'yup';
import type { Reader } from '../queue';

/** What came of the rows of a selection so far, in their order: each kind of outcome once, and of each row which one it is. */
export interface Tally<Outcome> {
  readonly kinds: readonly Outcome[];
  readonly of: readonly number[];
}

export const noOutcomes = { kinds: [], of: [] } as const;

const isNumbers = (value: unknown): value is number[] => Array.isArray(value) && value.every(Number.isInteger);

/** Reads what was kept of a tally. @throws where it is none */
export const tallyReader = <Outcome extends Schema>(outcome: Outcome): Reader<Tally<InferType<Outcome>>> => {
  const schema = object({
    kinds: array().of(outcome).required(),
    of: mixed(isNumbers).required(),
  });
  return (stored) => {
    const { kinds, of } = schema.validateSync(stored, { strict: true });
    return { kinds, of };
  };
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export const withOutcome = <Outcome>({ kinds, of }: Tally<Outcome>, outcome: Outcome): Tally<Outcome> => {
  const known = kinds.findIndex((kind) => isSame(kind, outcome));
  return known === -1 ? { kinds: [...kinds, outcome], of: [...of, kinds.length] } : { kinds, of: [...of, known] };
};

/** The rows that were done, each with what came of it. */
export const outcomesOf = <Outcome>({ kinds, of }: Tally<Outcome>, ids: readonly string[]): [string, Outcome][] =>
  ids.slice(0, of.length).flatMap((id, index): [string, Outcome][] => {
    const outcome = kinds[of[index] ?? -1];
    return outcome === undefined ? [] : [[id, outcome]];
  });

/** How often each of some outcomes, or each value of a part of them, came about; without those that did not. */
export const countsOf = <Outcome, Part>(
  { kinds, of }: Tally<Outcome>,
  parts: readonly Part[],
  partOf: (outcome: Outcome) => unknown
): { outcome: Part; count: number }[] => {
  const times = kinds.map((outcome, kind) => ({
    part: partOf(outcome),
    count: of.filter((one) => one === kind).length,
  }));
  return parts
    .map((part) => ({
      outcome: part,
      count: times.reduce((sum, one) => sum + (one.part === part ? one.count : 0), 0),
    }))
    .filter(({ count }) => count > 0);
};
