import type { Context } from 'koa';
import {
  CancelBulkAccess,
  ExportBulkAccess,
  FindBulkAccess,
  GetBulkAccess,
  StartBulkAccess,
} from '../../../../contract';
import {
  callerOf,
  cancelJob,
  encryptionOf,
  enqueueJob,
  failure,
  guarded,
  handle,
  handleFile,
  notFound,
  type HandledEndpoint,
  type Strapi,
} from '../../kernel';
import { toGrants } from '../guests';
import { findAskedJob, type AskedJob } from '../jobs';
import { requireGuests } from '../settings';
import { exportReport } from './export';
import { bulkAccessJob } from './job';
import { presentBulkAccess, toBulkAccess } from './presenter';
import { requireAsked } from './rules';

/** The action that the caller asked for. @throws 404, also for another's */
const ownJob = async (strapi: Strapi, ctx: Context, documentId: string): Promise<AskedJob> => {
  const job = await findAskedJob(strapi, { kind: bulkAccessJob.name, askedBy: callerOf(ctx).documentId, documentId });
  if (job === null) throw notFound();
  return job;
};

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(StartBulkAccess, async ({ strapi, body, ctx }) => {
    const caller = callerOf(ctx);
    requireAsked(caller, body);
    if (body.issueKeys && body.mailKeys === 'none' && encryptionOf(strapi) === null) {
      throw failure(
        'key_not_shown_again',
        'This site shows no key again: nobody would ever read one that is not mailed.'
      );
    }
    if (body.grants) await toGrants(strapi, body.grants);
    const input = { ...body, contactIds: [...new Set(body.contactIds)] };
    const jobId = await enqueueJob(strapi, bulkAccessJob, { input, askedBy: caller.documentId });
    return toBulkAccess(await ownJob(strapi, ctx, jobId));
  }),

  handle(FindBulkAccess, async ({ strapi, ctx }) => {
    const newest = await findAskedJob(strapi, { kind: bulkAccessJob.name, askedBy: callerOf(ctx).documentId });
    return { newest: newest && toBulkAccess(newest) };
  }),

  handle(GetBulkAccess, async ({ strapi, params, ctx }) =>
    presentBulkAccess(strapi, await ownJob(strapi, ctx, params.jobId))
  ),

  handle(CancelBulkAccess, async ({ strapi, params, ctx }) => {
    await ownJob(strapi, ctx, params.jobId);
    if (!(await cancelJob(strapi, params.jobId))) throw failure('conflict', 'This action is over');
    return toBulkAccess(await ownJob(strapi, ctx, params.jobId));
  }),

  handleFile(ExportBulkAccess, async ({ strapi, query, ctx }) =>
    exportReport(strapi, await ownJob(strapi, ctx, query.jobId), query.locale)
  ),
]);
