import { number, object, string } from 'yup';
import { GiveUp, type JobKind, type Strapi } from '../../../kernel';
import { countsOf, changeImport, dropPieces, findImport, guestsOf } from '../plan/repository';
import { holdState, inOwnersName } from '../plan/in-name';
import { recount } from '../plan/counts';
import { rowsAfter, type RowRecord } from '../plan/rows';
import { takeTurn } from '../plan/turn';
import { applyRows } from './batch';

const rowsAStep = 400;
/** A guest, or a contact that is changed, takes some twenty statements: a step is not to keep others waiting. */
const slowRowsAStep = 20;

const inputSchema = object({ importId: string().required() });
const stepSchema = object({ after: number().integer().required(), done: number().integer().required() });
type Step = { after: number; done: number };

/** As many rows as make a step. */
const stepOf = (rows: readonly RowRecord[], hasGuests: boolean): readonly RowRecord[] => {
  let slow = 0;
  const end = rows.findIndex(({ decision, is_guest: isGuest }) => {
    if (decision === 'merge' || (hasGuests && isGuest)) slow += 1;
    return slow > slowRowsAStep;
  });
  return end === -1 ? rows : rows.slice(0, end);
};

/** Does what was decided on the rows of an import. */
export const applyJob: JobKind<{ importId: string }, Step> = {
  name: 'importing.apply',
  input: (stored) => inputSchema.validateSync(stored),
  step: (stored) => stepSchema.validateSync(stored),
  run: async (strapi: Strapi, job) => {
    const plan = await findImport(strapi, job.input.importId);
    if (plan === null) throw new GiveUp('There is no such import');
    const guests = guestsOf(plan);
    const total = countsOf(plan)?.rows ?? 0;
    let at: Step | null = job.at ?? { after: 0, done: 0 };
    while (at !== null) {
      const from: Step = at;
      await job.step(async () => {
        // Nothing of an earlier try counts: a step that the database ended because of a deadlock begins again.
        at = null;
        await takeTurn(strapi);
        await holdState(strapi, plan, 'applying');
        const rows = stepOf(await rowsAfter(strapi, plan.id, from.after, rowsAStep), guests !== null);
        const last = rows.at(-1);
        if (last === undefined) return;
        await inOwnersName(strapi, job, (caller) => applyRows(strapi, rows, { guests, caller }));
        at = { after: last.id, done: from.done + rows.length };
        return { at, done: at.done, total };
      });
    }
    await job.step(async () => {
      await holdState(strapi, plan, 'applying');
      await recount(strapi, plan.id);
      await changeImport(strapi, plan, ['applying'], { state: 'applied' });
      await dropPieces(strapi, plan);
    });
  },
};
