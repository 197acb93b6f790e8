import type { BodyOf, CorrectImportRow, DecideImportRows } from '../../../../contract';
import { accessDecides, notFound, transaction, type PanelCaller, type Strapi } from '../../kernel';
import { restage } from './check/staged';
import { recount } from './plan/counts';
import { changeImport, type ImportRecord } from './plan/repository';
import { decideRows, findRow, type RowRecord } from './plan/rows';
import { personOf, type Values } from './reading';
import { notNow } from './service';

/** Decides on rows. @throws 403 `access_decides`; 409 `conflict` */
export const decide = async (
  strapi: Strapi,
  plan: ImportRecord,
  { rowIds, show, decision, isGuest, taken }: BodyOf<typeof DecideImportRows>,
  caller: PanelCaller
): Promise<void> => {
  if (decision === 'merge' && !caller.holds('contacts.update'))
    throw accessDecides('decision', 'To join a row with a contact takes the right to change contacts.');
  if (isGuest && !caller.holds('guests.create'))
    throw accessDecides('isGuest', 'To make guests takes the right to create guests.');
  await whileChecked(strapi, plan, () =>
    decideRows(strapi, plan.id, rowIds === undefined ? { show: show ?? 'all' } : { rowIds }, {
      decision,
      isGuest,
      taken: taken && JSON.stringify(taken),
    })
  );
};

/** Changes rows of an import that nobody applies at the same moment. @throws 409 `conflict` */
const whileChecked = (strapi: Strapi, plan: ImportRecord, work: () => Promise<void>): Promise<void> =>
  transaction(strapi, async () => {
    if (!(await changeImport(strapi, plan, ['checked'], { state: 'checked' }))) throw notNow();
    await work();
    await recount(strapi, plan.id);
  });

const valuesOf = (typed: BodyOf<typeof CorrectImportRow>): Values =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([field, text]) => (text === null || text.trim() === '' ? [] : [[field, [text]]]))
  );

/** Corrects a row. @throws 404 `not_found`; 409 `conflict` */
export const correctRow = async (
  strapi: Strapi,
  plan: ImportRecord,
  rowId: number,
  typed: BodyOf<typeof CorrectImportRow>,
  caller: PanelCaller
): Promise<RowRecord> => {
  if ((await findRow(strapi, plan.id, rowId)) === null) throw notFound();
  await whileChecked(strapi, plan, () =>
    restage(strapi, plan.id, rowId, personOf(valuesOf(typed), 'first-last'), caller)
  );
  const row = await findRow(strapi, plan.id, rowId);
  if (row === null) throw notFound();
  return row;
};
