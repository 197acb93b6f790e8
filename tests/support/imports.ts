import { setTimeout as wait } from 'node:timers/promises';
import type {
  ImportFormat,
  ImportGuests,
  ImportMapping,
  ImportPlan,
  ImportRow,
  ResponseOf,
  SampleImport,
} from '../../contract';
import { pathTo } from '../../contract/routes';
import { administrator, type Actor } from './actors';
import { as } from './as';

const pieceLength = 300_000;

/** Calls about imports, as a person. */
export const importer = (actor: Actor) => {
  const client = as(actor);
  const get = async (importId: string): Promise<ImportPlan> =>
    (await client.get(pathTo('GetImport', { importId })).expect(200)).body.data;
  /** Waits until it is in one of some states, or was given up. */
  const settled = async (importId: string, ...states: ImportPlan['state'][]): Promise<ImportPlan> => {
    for (const deadline = Date.now() + 60_000; ;) {
      const plan = await get(importId);
      if (states.includes(plan.state) || plan.job?.state === 'failed') return plan;
      if (Date.now() > deadline) throw new Error(`The import stayed ${JSON.stringify(plan)}`);
      await wait(50);
    }
  };
  /** Begins one, whose bytes follow. */
  const begin = async (size: number): Promise<string> => {
    const asked = { source: 'file', fileName: 'people.csv', size };
    return (await client.post(pathTo('CreateImport'), asked).expect(200)).body.data.documentId;
  };
  const send = async (file: Buffer): Promise<string> => {
    const importId = await begin(file.length);
    for (let at = 0; at < file.length; at += pieceLength) {
      const bytes = file.subarray(at, at + pieceLength).toString('base64');
      await client.post(pathTo('AddImportPiece', { importId }), { at, bytes }).expect(200);
    }
    return importId;
  };
  const sample = async (file: Buffer): Promise<ResponseOf<typeof SampleImport>> => {
    const beginning = file.subarray(0, 100_000);
    const asked = { beginning: beginning.toString('base64'), isWhole: beginning.length === file.length };
    return (await client.post(pathTo('SampleImport'), asked).expect(200)).body.data;
  };
  const check = async (file: Buffer | string, said: { format?: ImportFormat; mapping?: ImportMapping } = {}) => {
    const bytes = Buffer.from(file);
    const { format, mapping } = { ...(await sample(bytes)), ...said };
    const importId = await send(bytes);
    await client.post(pathTo('CheckImport', { importId }), { format, mapping }).expect(200);
    return settled(importId, 'checked', 'refused');
  };
  const rows = async (importId: string, show = 'all'): Promise<ImportRow[]> =>
    (await client.get(`${pathTo('ListImportRows', { importId })}?show=${show}&pageSize=100`).expect(200)).body.data
      .rows;
  const decide = (importId: string, body: object) => client.post(pathTo('DecideImportRows', { importId }), body);
  const apply = async (importId: string, guests: ImportGuests | null = null): Promise<ImportPlan> => {
    await client.post(pathTo('ApplyImport', { importId }), { guests }).expect(200);
    return settled(importId, 'applied');
  };
  const undo = async (importId: string): Promise<ImportPlan> => {
    await client.post(pathTo('UndoImport', { importId })).expect(200);
    return settled(importId, 'undone');
  };
  /** Forgets all that were begun. */
  const clear = async (): Promise<void> => {
    const { body } = await client.get(pathTo('ListImports')).expect(200);
    for (const { documentId } of body.data.imports)
      await client.delete(pathTo('DeleteImport', { importId: documentId }));
  };
  /** As if what was done with it last had been cancelled. */
  const stop = async (importId: string): Promise<void> => {
    const { connection } = site.strapi.db;
    const job = connection('guest_access_imports').where({ document_id: importId }).select('job');
    await connection('guest_access_jobs').whereIn('document_id', job).update({ status: 'cancelled' });
  };
  return { client, begin, clear, stop, get, settled, send, check, rows, decide, apply, undo };
};

export const adminImporter = async () => importer(await administrator());

/** Guests who get nothing but to be one. */
export const bareGuests: ImportGuests = {
  invite: false,
  resources: [],
  accessTypes: [],
  companyContacts: false,
  companyRecords: false,
};
