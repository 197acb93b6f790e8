import type { Strapi } from '../strapi';
import type { Job } from './job';

/** Reads what was kept as JSON. @throws where it is not what it should be: the job is given up. */
export type Reader<T> = (stored: unknown) => T;

/** How a kind of job is done. */
export interface JobKind<Input, Step> {
  /** Stays in the table: a later version has to know it still. */
  readonly name: string;
  /** The lower comes first; 5 where it is left out. */
  readonly priority?: number;
  /** How long to wait after the first, the second, … failure; after the last there is no further attempt. */
  readonly retrySeconds?: readonly number[];
  readonly input: Reader<Input>;
  readonly step: Reader<Step>;
  /**
   * Does it, or goes on with it from `job.at`. What stands in a step of `job` is done once. What is done outside may be done
   * again: an instance may die before it has written down that it was.
   * @returns the job's result, kept as JSON; nothing secret
   * @throws for another attempt later; `GiveUp` where none can be better
   */
  run(strapi: Strapi, job: Job<Input, Step>): Promise<object | void>;
  /**
   * Of a job that recurs: when it is due again, once it was done or given up.
   * @param after by the database's clock
   */
  readonly nextAt?: (after: Date) => Date;
}

export const defaultPriority = 5;
/** Ten seconds, one, five and thirty minutes, two hours. */
const defaultRetrySeconds = [10, 60, 300, 1800, 7200];

/** A kind with its types closed in: what a worker sees of it. */
export interface AnyKind {
  readonly name: string;
  readonly retrySeconds: readonly number[];
  readonly nextAt: ((after: Date) => Date) | null;
  run(strapi: Strapi, job: Job<unknown, unknown>): Promise<object | void>;
}

const kinds = new Map<string, AnyKind>();

/** An attempt that no later one can better: the input is wrong, or what it is about is gone. */
export class GiveUp extends Error {}

const read = <T>(reader: Reader<T>, stored: unknown): T => {
  try {
    return reader(stored);
  } catch (error) {
    throw new GiveUp(`What was kept of the job cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
};

/** Says how a kind of job is done. Called at register, on every instance that is to do it. */
export const registerJob = <Input, Step>(kind: JobKind<Input, Step>): void => {
  const { name, retrySeconds = defaultRetrySeconds, nextAt = null } = kind;
  kinds.set(name, {
    name,
    retrySeconds,
    nextAt,
    run: async (strapi, job) => {
      const at = job.at === null ? null : read(kind.step, job.at);
      return kind.run(strapi, { ...job, input: read(kind.input, job.input), at });
    },
  });
};

export const kindOf = (name: string): AnyKind | undefined => kinds.get(name);

/** Those that are never at their end. */
export const recurringKinds = (): string[] =>
  [...kinds.values()].filter(({ nextAt }) => nextAt).map(({ name }) => name);

/** Those that this instance can do. */
export const knownKinds = (): string[] => [...kinds.keys()];
