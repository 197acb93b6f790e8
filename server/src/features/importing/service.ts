import type { BodyOf, CreateImport, ImportGuests, ImportSource, ImportState } from '../../../../contract';
import {
  accessDecides,
  cancelJob,
  databaseNow,
  enqueueJob,
  failure,
  notFound,
  pauseJob,
  resumeJob,
  retryJob,
  transaction,
  type JobKind,
  type PanelCaller,
  type Strapi,
} from '../../kernel';
import { grantsBeyondOwn } from '../guests';
import { findJob, toJob } from '../jobs';
import { applyJob } from './apply/job';
import { mayGive } from './apply/guests';
import { checkJob } from './check/job';
import { recount } from './plan/counts';
import {
  changeImport,
  countOpen,
  countsOf,
  deleteImports,
  disownImport,
  findImport,
  insertImport,
  keepPiece,
  type ImportChange,
  type ImportRecord,
} from './plan/repository';
import type { Reading } from './reading';
import { undoJob } from './undo/job';
import { missingRight } from './undo/rights';
import { hasComeIn } from './undo/seen';

/** Whose an import is nobody else learns. @throws 404 `not_found` */
export const ownImport = async (strapi: Strapi, importId: string, caller: PanelCaller): Promise<ImportRecord> => {
  const found = await findImport(strapi, importId);
  if (found?.owner !== caller.documentId) throw notFound();
  return found;
};

export const notNow = (): Error => failure('conflict', 'The import is in no state for that, or has changed meanwhile');

const openMax = 20;

/** @throws 409 `conflict` where an editor has begun as many as one may have */
export const requireRoom = async (strapi: Strapi, owner: string): Promise<void> => {
  if ((await countOpen(strapi, owner)) >= openMax)
    throw failure('conflict', `You have ${openMax} imports that were not applied: apply or delete one first`, {
      max: openMax,
    });
};

/** @throws 409 `conflict` */
export const createImport = async (
  strapi: Strapi,
  { source, fileName, size }: BodyOf<typeof CreateImport>,
  { documentId: owner }: PanelCaller
): Promise<string> => {
  await requireRoom(strapi, owner);
  return insertImport(strapi, { owner, source, file_name: fileName, size, created_at: await databaseNow(strapi) });
};

/** Keeps the next bytes. @returns how many are there. @throws 409 `conflict` where some before them are missing */
export const addPiece = (strapi: Strapi, plan: ImportRecord, at: number, bytes: string): Promise<number> =>
  transaction(strapi, async () => {
    const { length } = Buffer.from(bytes, 'base64');
    if (await keepPiece(strapi, plan, { at, length, bytes })) return at + length;
    const now = await findImport(strapi, plan.document_id);
    if (now?.state !== 'receiving' || now.received < at + length) throw notNow();
    return now.received;
  });

/** Has an import worked on, where it is in one of these states. @throws 409 `conflict` */
const begin = <Step>(
  strapi: Strapi,
  plan: ImportRecord,
  kind: JobKind<{ importId: string }, Step>,
  from: readonly ImportState[],
  change: ImportChange & { state: ImportState }
): Promise<void> =>
  transaction(strapi, async () => {
    if (!(await changeImport(strapi, plan, from, change))) throw notNow();
    const job = await enqueueJob(strapi, kind, { input: { importId: plan.document_id }, askedBy: plan.owner });
    await changeImport(strapi, plan, [change.state], { job });
  });

/** Whether nobody works on it, or will without being asked. */
const isIdle = async (strapi: Strapi, { job }: ImportRecord): Promise<boolean> => {
  const row = job === null ? null : await findJob(strapi, job);
  return row === null || ['done', 'failed', 'cancelled'].includes(toJob(row).state);
};

/** @throws 409 `conflict` */
export const checkImport = async (strapi: Strapi, plan: ImportRecord, reading: Reading): Promise<void> => {
  if (plan.received < plan.size) throw notNow();
  const from: ImportState[] = [
    'receiving',
    'checked',
    'refused',
    ...((await isIdle(strapi, plan)) ? (['checking'] as const) : []),
  ];
  const change = { state: 'checking', refusal: null, counts: null, reading: JSON.stringify(reading) } as const;
  await begin(strapi, plan, checkJob, from, change);
};

interface WholeFile {
  readonly source: ImportSource;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly reading: Reading;
}

const pieceBytes = 256 * 1024;

/** Keeps a file that is here whole as an import of the caller's, and has it checked: all of it or nothing. @throws 409 `conflict` */
export const importWhole = (
  strapi: Strapi,
  { bytes, reading, ...file }: WholeFile,
  caller: PanelCaller
): Promise<ImportRecord> =>
  transaction(strapi, async () => {
    const importId = await createImport(strapi, { ...file, size: bytes.length }, caller);
    const now = () => ownImport(strapi, importId, caller);
    for (let at = 0; at < bytes.length; at += pieceBytes)
      await addPiece(strapi, await now(), at, bytes.subarray(at, at + pieceBytes).toString('base64'));
    await checkImport(strapi, await now(), reading);
    return now();
  });

/** @throws 403 `access_decides`, `grants_beyond_own`; 409 `conflict` */
export const applyImport = async (
  strapi: Strapi,
  plan: ImportRecord,
  guests: ImportGuests | null,
  caller: PanelCaller
): Promise<void> => {
  if (guests !== null && !caller.holds('guests.create'))
    throw accessDecides('guests', 'To make guests takes the right to create guests.');
  if (guests !== null && !mayGive(guests, caller)) throw grantsBeyondOwn();
  await begin(strapi, plan, applyJob, ['checked'], {
    state: 'applying',
    guests: guests && JSON.stringify(guests),
    applied_at: await databaseNow(strapi),
  });
};

/** One that was stopped halfway is taken back as far as it went. @throws 403 `access_decides`; 409 `conflict` */
export const undoImport = async (strapi: Strapi, plan: ImportRecord, caller: PanelCaller): Promise<void> => {
  await recount(strapi, plan.id);
  const counted = await findImport(strapi, plan.document_id);
  if (missingRight(counted && countsOf(counted), caller) !== null)
    throw accessDecides(
      'importId',
      'To take an import back takes the rights to delete and to change what it has added and changed.'
    );
  if (await hasComeIn(strapi, plan.id))
    throw failure('conflict', 'One of its guests has come in: it cannot be taken back any more');
  const from: ImportState[] = (await isIdle(strapi, plan)) ? ['applied', 'applying', 'undoing'] : ['applied'];
  await begin(strapi, plan, undoJob, from, { state: 'undoing' });
};

const wishes = { pause: pauseJob, resume: resumeJob, cancel: cancelJob } as const;

/** @throws 409 `conflict` */
export const steerImport = async (strapi: Strapi, plan: ImportRecord, wish: keyof typeof wishes): Promise<void> => {
  const { job } = plan;
  if (job === null) throw notNow();
  const isDone = await wishes[wish](strapi, job);
  // One that was given up or cancelled goes on too.
  if (!isDone && !(wish === 'resume' && (await retryJob(strapi, job)))) throw notNow();
};

/** @throws 409 `conflict` while it is being done */
export const deleteImport = async (strapi: Strapi, plan: ImportRecord): Promise<void> => {
  if (!(await isIdle(strapi, plan))) throw notNow();
  // Gone for its owner at once, whatever becomes of the rest: that is purged with its time, at the latest.
  await disownImport(strapi, plan);
  await deleteImports(strapi, [plan.id]);
};
