/**
 * How far a reader has come in a log whose rows take their ids as they are written, and are there only once their transaction is
 * over: a row may appear below rows that were read long ago. What is missing below the last id is a gap: a row that is still to
 * come, or one that was taken back.
 */
export interface Position {
  /** The highest id that was read. */
  readonly last: number;
  /** Ids below it that were not there, in ascending order, with the instant when that was found, by the caller's clock (ms). */
  readonly gaps: ReadonlyMap<number, number>;
}

/** As many gaps are watched, the newest. */
const gapsMax = 1_000;

/** The position after a row was read. */
export const advance = ({ last, gaps }: Position, id: number, now: number): Position => {
  const open = new Map(gaps);
  open.delete(id);
  for (let missing = Math.max(last + 1, id - gapsMax); missing < id; missing += 1) open.set(missing, now);
  for (const oldest of open.keys()) {
    if (open.size <= gapsMax) break;
    open.delete(oldest);
  }
  return { last: Math.max(last, id), gaps: open };
};

/** Behind all rows that there are. @param newest their ids, the newest of them at least, in ascending order */
export const positionAfter = (newest: readonly number[], now: number): Position =>
  newest.reduce((position: Position, id) => advance(position, id, now), {
    last: (newest[0] ?? 1) - 1,
    gaps: new Map(),
  });

/**
 * Without the gaps that will not be filled any more.
 * @param gapMs no transaction that writes the log is open for longer: a gap that is older is taken for one that stays
 */
export const withoutOldGaps = ({ last, gaps }: Position, now: number, gapMs: number): Position => ({
  last,
  gaps: new Map([...gaps].filter(([, found]) => now - found < gapMs)),
});
