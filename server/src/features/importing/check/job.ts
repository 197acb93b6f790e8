import { number, object, string } from 'yup';
import { importRowsMax } from '../../../../../contract';
import { GiveUp, type JobKind, type Strapi } from '../../../kernel';
import { holdState, inOwnersName } from '../plan/in-name';
import { recount } from '../plan/counts';
import { changeImport, findImport, piecesOf, readingOf, type ImportRecord } from '../plan/repository';
import { onRows } from '../plan/rows';
import { readPeople, type Reading, type RowResult } from '../reading';
import { stage } from './staged';

const rowsAStep = 400;

const inputSchema = object({ importId: string().required() });
const stepSchema = object({ rows: number().integer().required() });
type Step = { rows: number };

/** The rows of a file from one on, some at a time. */
async function* batches(
  bytes: AsyncIterable<Uint8Array>,
  reading: Reading,
  from: number
): AsyncGenerator<{ rows: RowResult[]; upTo: number }> {
  let rows: RowResult[] = [];
  let seen = 0;
  for await (const row of readPeople(bytes, reading)) {
    seen += 1;
    if (seen <= from) continue;
    rows.push(row);
    if (rows.length < rowsAStep) continue;
    yield { rows, upTo: seen };
    rows = [];
  }
  if (rows.length > 0) yield { rows, upTo: seen };
}

const refuse = (strapi: Strapi, plan: ImportRecord, refusal: 'no-rows' | 'too-many-rows') =>
  changeImport(strapi, plan, ['checking'], { state: 'refused', refusal });

const clearedAtOnce = 5_000;

/** Forgets the rows of an earlier reading. @returns whether there were any left */
const clearSome = async (strapi: Strapi, { id }: ImportRecord): Promise<boolean> => {
  const some = await onRows(strapi, (rows) =>
    rows.where({ import_id: id }).orderBy('id').limit(clearedAtOnce).select<{ id: number }[]>('id')
  );
  const last = some.at(-1);
  if (last === undefined) return false;
  await onRows(strapi, (rows) => rows.where({ import_id: id }).where('id', '<=', last.id).delete());
  return true;
};

/** Reads a file to its end and keeps its rows, each compared with who is there. */
export const checkJob: JobKind<{ importId: string }, Step> = {
  name: 'importing.check',
  input: (stored) => inputSchema.validateSync(stored),
  step: (stored) => stepSchema.validateSync(stored),
  run: async (strapi, job) => {
    const plan = await findImport(strapi, job.input.importId);
    const reading = plan && readingOf(plan);
    if (plan === null || reading === null) throw new GiveUp('There is no such import');
    if (job.at === null) {
      let isLeft = true;
      while (isLeft)
        await job.step(async () => {
          await holdState(strapi, plan, 'checking');
          isLeft = await clearSome(strapi, plan);
        });
    }
    let done = 0;
    const bytes = piecesOf(strapi, plan, (read) => (done = read));
    let total = job.at?.rows ?? 0;
    for await (const { rows, upTo } of batches(bytes, reading, total)) {
      if (upTo > importRowsMax)
        return void (await job.step(async () => void (await refuse(strapi, plan, 'too-many-rows'))));
      await job.step(async () => {
        await holdState(strapi, plan, 'checking');
        await inOwnersName(strapi, job, (caller) => stage(strapi, plan.id, rows, caller));
        return { at: { rows: upTo }, done, total: plan.size };
      });
      total = upTo;
    }
    await job.step(async () => {
      await holdState(strapi, plan, 'checking');
      if (total === 0) return void (await refuse(strapi, plan, 'no-rows'));
      await recount(strapi, plan.id);
      await changeImport(strapi, plan, ['checking'], { state: 'checked' });
    });
  },
};
