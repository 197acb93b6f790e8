import { setImmediate as nextRound } from 'node:timers/promises';
import type { Strapi, TransactionParts } from '../strapi';
import { transaction } from '../unique';
import { Interruption, type Job, type Progress, type Reason } from './job';
import { holdJob, noteJob, wantedOf, type JobRow } from './repository';

/** An attempt as its worker has it. */
export interface Controls {
  readonly job: Job<unknown, unknown>;
  interrupt(reason: Reason): void;
  /** Why the attempt was interrupted, or null. */
  interrupted(): Reason | null;
  /** Keeps the job this worker's, and looks whether it is to stop. */
  beat(): Promise<void>;
}

export const controlsOf = (strapi: Strapi, row: JobRow, token: string, leaseSeconds: number): Controls => {
  const controller = new AbortController();
  let reason: Reason | null = null;
  let kept = row.step;
  /** Of a step that failed the database alone knows whether it was kept: this attempt is over. */
  let fault: { readonly error: unknown } | null = null;
  const interrupt = (why: Reason): void => {
    reason ??= why;
    controller.abort(new Interruption(reason));
  };
  /** Renews the lease; where that is not to be, the job is interrupted. */
  const hold = async (): Promise<void> => {
    if (!(await holdJob(strapi, row.id, token, leaseSeconds)))
      interrupt((await wantedOf(strapi, row.id, token)) ?? 'lost');
    controller.signal.throwIfAborted();
  };

  const step = async (work: (parts: TransactionParts) => Promise<Progress<unknown> | void>): Promise<void> => {
    // SQLite answers without a turn of the event loop: requests, and whoever stops the instance, come between two steps.
    await nextRound();
    controller.signal.throwIfAborted();
    if (fault) throw fault.error;
    kept = await transaction(strapi, async (parts) => {
      // First of all: from here on nobody else can take the job before this is kept or undone.
      await hold();
      const progress = (await work(parts)) ?? {};
      const at = progress.at === undefined ? kept : JSON.stringify(progress.at);
      await noteJob(strapi, { id: row.id, leaseSeconds, progress, step: at, hasMoved: at !== kept });
      return at;
    }).catch((error: unknown) => {
      fault = { error };
      throw error;
    });
  };

  return {
    job: {
      documentId: row.documentId,
      input: row.input,
      askedBy: row.askedBy,
      at: row.step === null ? null : JSON.parse(row.step),
      dueAt: row.nextAt,
      attempt: row.attempts,
      signal: controller.signal,
      step,
    },
    interrupt,
    interrupted: () => reason,
    beat: () =>
      hold().catch((error: unknown) => {
        if (!(error instanceof Interruption)) throw error;
      }),
  };
};
