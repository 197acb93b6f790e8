import { array, number, object, type InferType } from 'yup';
import type { Position } from '../log';

const integer = number().integer().required();
const schema = object({
  last: integer,
  /** Ids, each with the instant when it was found missing. */
  gaps: array(array(integer).length(2).required()).required(),
});

/** A position as it is kept on a job. */
export type KeptPosition = InferType<typeof schema>;

/** @throws where it is none */
export const readKept = (stored: unknown): KeptPosition => schema.validateSync(stored, { strict: true });

export const kept = ({ last, gaps }: Position): KeptPosition => ({ last, gaps: [...gaps] });

export const positionOf = ({ last, gaps }: KeptPosition): Position => ({
  last,
  gaps: new Map(gaps.map(([id = 0, found = 0]) => [id, found])),
});
