import type { TransactionParts } from '../strapi';

/** How far a job is, for people and for whoever goes on with it. What is left out stays as it was. */
export interface Progress<Step> {
  /** Where it goes on, should this attempt end here: kept as JSON. */
  readonly at?: Step;
  /** A word for what is being done. */
  readonly phase?: string;
  /** How many of `total` are done. */
  readonly done?: number;
  readonly total?: number;
}

/** A job as its handler has it. */
export interface Job<Input, Step> {
  readonly documentId: string;
  readonly input: Input;
  /** documentId of the admin user who asked for it, for `onBehalfOf`; null where nobody of the panel did. */
  readonly askedBy: string | null;
  /** Where the last step that was kept said that it goes on; null at the beginning. */
  readonly at: Step | null;
  /** When it fell due, by the database's clock. */
  readonly dueAt: Date;
  /** Which attempt this is since the job last went on; the first is 1. */
  readonly attempt: number;
  /** Fires once the job is to stop: it was cancelled or paused, it is another worker's, or the instance stops. */
  readonly signal: AbortSignal;
  /**
   * Does a piece of work and notes how far the job is, in one transaction: both are kept or neither. Nothing is kept by a worker
   * whose lease has ended and whose job another has taken over.
   * @throws what the work throws, and `Interruption` where the job is to stop. Let it through: the attempt is over.
   */
  step(work: (parts: TransactionParts) => Promise<Progress<Step> | void>): Promise<void>;
}

/** Why an attempt ends before the job does. */
export type Reason = 'cancel' | 'pause' | 'stop' | 'lost';

/** Thrown out of a step where the job is not to go on. */
export class Interruption extends Error {
  constructor(readonly reason: Reason) {
    super(`The job is interrupted: ${reason}`);
  }
}
