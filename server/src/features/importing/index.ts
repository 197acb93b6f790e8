import { databaseNow, registerJob, type Feature } from '../../kernel';
import { applyJob } from './apply/job';
import { checkJob } from './check/job';
import { endpoints } from './endpoints';
import { deleteImports, importsBefore } from './plan/repository';
import { prepareTurns, turnTable } from './plan/turn';
import { importTable, pieceTable, rowTable } from './tables';
import { undoJob } from './undo/job';

export type { ImportRecord } from './plan/repository';
export { presentImport } from './presenter';
export type { Reading } from './reading';
export { headerWords, phoneFieldOf, type PhoneField } from './reading/header-words';
export { importWhole, requireRoom } from './service';

const keptMs = 30 * 24 * 3_600_000;

/** People out of a file: read, checked, decided on, added, and taken back. */
export const importing: Feature = {
  name: 'importing',
  tables: [importTable, pieceTable, rowTable, turnTable],
  schedules: [
    {
      name: 'importing.purge',
      slots: { hour: 4, minute: 37 },
      missed: 'catch-up',
      run: async (strapi) => deleteImports(strapi, await importsBefore(strapi, (await databaseNow(strapi)) - keptMs)),
    },
  ],
  endpoints,
  register: () => {
    registerJob(checkJob);
    registerJob(applyJob);
    registerJob(undoJob);
  },
  bootstrap: async (strapi) => {
    await prepareTurns(strapi);
  },
};
