import type { ImportRow, ImportRowFilter } from '../../../../../contract/importing';
import { callApi, replaceData, type Answer } from '../../../kernel/api';
import { useTask } from '../useTask';
import { withChoice, type Choice } from './choices';
import type { Selected } from './useRowSelection';

/** The endpoint takes at most this many rows at once. */
const idsPerCall = 1_000;

interface Shown {
  importId: string;
  show: ImportRowFilter;
  /** What the rows were asked for with, and what came. */
  given: { params: { importId: string }; query: object };
  page: Answer<'ListImportRows'> | null;
}

/** Decides on rows: on one, shown at once and then as the server has it; on those that are ticked; or on all that the filter leaves. */
export const useDecisions = ({ importId, show, given, page }: Shown) => {
  const { isBusy, run } = useTask();
  const params = { importId };

  /** @throws ApiError */
  const decideOn = async (selected: Selected, choice: Choice): Promise<void> => {
    if (selected.kind === 'all') {
      await callApi('DecideImportRows', { params, body: { show, ...choice } });
      return;
    }
    const ids = [...selected.ids];
    for (let start = 0; start < ids.length; start += idsPerCall) {
      const rowIds = ids.slice(start, start + idsPerCall);
      await callApi('DecideImportRows', { params, body: { rowIds, ...choice } });
    }
  };

  const decideOne = async ({ rowId }: ImportRow, choice: Choice): Promise<void> => {
    if (page !== null) {
      const rows = page.rows.map((row) => (row.rowId === rowId ? withChoice(row, choice) : row));
      replaceData('ListImportRows', given, { ...page, rows });
    }
    await run(() => callApi('DecideImportRows', { params, body: { rowIds: [rowId], ...choice } }));
  };
  return { isBusy, run, decideOn, decideOne };
};
