import { randomBytes } from 'node:crypto';
import { msFromNow } from '../database-clock';
import { queryOfTable, type Strapi } from '../strapi';
import { transaction } from '../unique';
import { defaultPriority, type JobKind } from './kinds';
import { jobTable } from './table';
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

const table = (strapi: Strapi) => queryOfTable(strapi, jobTable.name);

/** Asks for a job that is there already. */
const askAgain = async (strapi: Strapi, key: string, fresh: Record<string, unknown>): Promise<void> => {
  const known = () => table(strapi).where({ unique_key: key });
  // A claim that begins at the beginning takes this back.
  const asked = await known().whereIn('status', ['queued', 'paused']).update({ asked_again: true });
  if (asked === 0) {
    const anew = { step: null, phase: null, done: null, total: null, result: null, last_error: null, wanted: null };
    await known().update({ ...fresh, ...anew });
  }
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
    const documentId = randomBytes(12).toString('hex');
    const fresh = {
      status: 'queued',
      priority: kind.priority ?? defaultPriority,
      next_at: at ?? msFromNow(strapi, 0),
      attempts: 0,
      input: JSON.stringify(input),
      asked_by: askedBy ?? null,
    };
    const row = { ...fresh, document_id: documentId, kind: kind.name, unique_key: key ?? null };
    const put = table(strapi).insert({ ...row, asked_again: false, created_at: msFromNow(strapi, 0) });
    onCommit(() => wakeJobs(strapi));
    if (key === undefined) {
      await put;
      return documentId;
    }
    // Strapi's own `create` would end a PostgreSQL transaction at a duplicate. The row that is there is locked by this.
    await put.onConflict('unique_key').merge({ unique_key: key });
    const known: { document_id: string } = await table(strapi).where({ unique_key: key }).first('document_id');
    if (known.document_id !== documentId) await askAgain(strapi, key, fresh);
    return known.document_id;
  });
