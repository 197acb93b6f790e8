import { msFromNow } from '../database-clock';
import type { Strapi } from '../strapi';
import { transaction } from '../unique';
import { insertJob } from './insert';
import { defaultPriority, type JobKind } from './kinds';
import { onJobs } from './table';
import { wakeJobs } from './worker';

export interface JobRequest<Input> {
  /** References, never a secret: the panel's list does not show it, and whoever reads the database does. */
  readonly input: Input;
  /**
   * Of jobs with the same key there is one, of at most 250 characters. Asked for again before it has begun, it is done once; while it is
   * being done, once more afterwards; after its end, again, with the new input. Who asks for the same key waits for
   * the other's transaction.
   */
  readonly key?: string;
  /** documentId of the admin user who asked for it. */
  readonly askedBy?: string;
  /** When it falls due, in milliseconds since 1970 by the database's clock; at once where it is left out. */
  readonly at?: number;
}

/** Asks for a job that is there already. */
const askAgain = async (strapi: Strapi, documentId: string, fresh: Record<string, unknown>): Promise<void> => {
  const there = { document_id: documentId };
  // A claim that begins at the beginning takes this back.
  const asked = await onJobs(strapi, (jobs) =>
    jobs.where(there).whereIn('status', ['queued', 'paused']).update({ asked_again: true })
  );
  if (asked === 1) return;
  const anew = { attempts: 0, step: null, phase: null, done: null, total: null, result: null, last_error: null };
  await onJobs(strapi, (jobs) => jobs.where(there).update({ ...fresh, ...anew, status: 'queued', wanted: null }));
};

/**
 * Asks for a job, in the running transaction: it is done if that commits, and soon after.
 * @returns its documentId
 */
export const enqueueJob = <Input, Step>(
  strapi: Strapi,
  kind: JobKind<Input, Step>,
  { input, key, askedBy, at }: JobRequest<Input>
): Promise<string> =>
  transaction(strapi, async ({ onCommit }) => {
    const fresh = {
      priority: kind.priority ?? defaultPriority,
      next_at: at ?? msFromNow(strapi, 0),
      input: JSON.stringify(input),
      asked_by: askedBy ?? null,
    };
    const { documentId, isNew } = await insertJob(strapi, { ...fresh, kind: kind.name, unique_key: key ?? null });
    if (!isNew) await askAgain(strapi, documentId, fresh);
    onCommit(() => wakeJobs(strapi));
    return documentId;
  });
