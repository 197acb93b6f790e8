import type { Position } from './position';

export { advance, positionAfter, withoutOldGaps, type Position } from './position';

/** A row of the log as its readers get it. */
export interface Entry {
  readonly id: number;
}

/** A log of rows with rising ids. */
export interface Log<Row extends Entry> {
  /** Ids of the newest rows, in ascending order. */
  newestIds(): Promise<number[]>;
  /**
   * Rows behind a position, those that have filled its gaps too, in ascending order.
   * @param only `subject`: of whom, null for everybody. `upTo`: the last id, where there is one. `max`: how many.
   */
  read(position: Position, only: { subject: string | null; upTo?: number; max: number }): Promise<Row[]>;
}
