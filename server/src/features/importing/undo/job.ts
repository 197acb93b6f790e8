import { number, object, string } from 'yup';
import { GiveUp, type JobKind } from '../../../kernel';
import { holdState, inOwnersName } from '../plan/in-name';
import { recount } from '../plan/counts';
import { changeImport, countsOf, findImport } from '../plan/repository';
import { onRows, setColumns, type RowRecord } from '../plan/rows';
import { takeTurn } from '../plan/turn';
import { missingRight } from './rights';
import { undoCompany, undoRow } from './row';

const rowsAStep = 20;

const inputSchema = object({ importId: string().required() });
const stepSchema = object({ before: number().integer().required(), done: number().integer().required() });
type Step = { before: number; done: number };

/** Takes back what an import did, the last of its rows first: what was joined with a row further up goes before it. */
export const undoJob: JobKind<{ importId: string }, Step> = {
  name: 'importing.undo',
  input: (stored) => inputSchema.validateSync(stored),
  step: (stored) => stepSchema.validateSync(stored),
  run: async (strapi, job) => {
    const plan = await findImport(strapi, job.input.importId);
    if (plan === null) throw new GiveUp('There is no such import');
    const counts = countsOf(plan);
    const rowsBefore = (id: number) =>
      onRows(strapi, (rows) =>
        rows
          .where({ import_id: plan.id })
          .where('id', '<', id)
          .whereNull('undo_result')
          .where((done) => void done.whereIn('result', ['added', 'merged']).orWhere({ guest_result: 'created' }))
          .orderBy('id', 'desc')
          .limit(rowsAStep)
          .select<RowRecord[]>('*')
      );
    let at: Step | null = job.at ?? { before: idMax, done: 0 };
    while (at !== null) {
      const from: Step = at;
      await job.step(async () => {
        // Nothing of an earlier try counts: a step that the database ended because of a deadlock begins again.
        at = null;
        await takeTurn(strapi);
        await holdState(strapi, plan, 'undoing');
        const rows = await rowsBefore(from.before);
        const last = rows.at(-1);
        if (last === undefined) return;
        await inOwnersName(strapi, job, async (caller) => {
          if (missingRight(counts, caller) !== null) throw new GiveUp('Whoever asked for it may not undo it any more');
          for (const row of rows) {
            const isUndone = await undoRow(strapi, row, caller);
            await setColumns(strapi, new Map([[row.id, { undo_result: isUndone ? 'undone' : 'kept' }]]));
          }
        });
        at = { before: last.id, done: from.done + rows.length };
        return { at, done: at.done, total: counts === null ? 0 : counts.added + counts.merged };
      });
    }
    await job.step(async () => {
      await holdState(strapi, plan, 'undoing');
      const made = await onRows(strapi, (rows) =>
        rows
          .where({ import_id: plan.id })
          .whereNotNull('company_made')
          .select<{ company_made: string }[]>('company_made')
      );
      for (const { company_made: company } of made) await undoCompany(strapi, company);
      await recount(strapi, plan.id);
      await changeImport(strapi, plan, ['undoing'], { state: 'undone' });
    });
  },
};

/** As an integer column of all three databases holds it. */
const idMax = 2_147_483_647;
