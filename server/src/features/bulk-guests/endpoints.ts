import type { Context } from 'koa';
import {
  CancelBulkGuests,
  ExportBulkGuests,
  FindBulkGuests,
  GetBulkGuests,
  StartBulkGuests,
} from '../../../../contract';
import {
  callerOf,
  cancelJob,
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
import { requireToCome } from '../keys';
import { requireGuests } from '../settings';
import { exportReport } from './export';
import { bulkGuestsJob } from './job';
import { presentBulkGuests, toBulkGuests } from './presenter';
import { requireAsked } from './rules';

/** The action that the caller asked for. @throws 404, also for another's */
const ownJob = async (strapi: Strapi, ctx: Context, documentId: string): Promise<AskedJob> => {
  const job = await findAskedJob(strapi, { kind: bulkGuestsJob.name, askedBy: callerOf(ctx).documentId, documentId });
  if (job === null) throw notFound();
  return job;
};

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(StartBulkGuests, async ({ strapi, body, ctx }) => {
    const caller = callerOf(ctx);
    requireAsked(caller, body);
    requireToCome(body.expiresAt === null ? null : new Date(body.expiresAt));
    if (body.action === 'give' && body.grants !== null) await toGrants(strapi, body.grants);
    const input = { ...body, guestIds: [...new Set(body.guestIds)] };
    const jobId = await enqueueJob(strapi, bulkGuestsJob, { input, askedBy: caller.documentId });
    return toBulkGuests(await ownJob(strapi, ctx, jobId));
  }),

  handle(FindBulkGuests, async ({ strapi, ctx }) => {
    const newest = await findAskedJob(strapi, { kind: bulkGuestsJob.name, askedBy: callerOf(ctx).documentId });
    return { newest: newest && toBulkGuests(newest) };
  }),

  handle(GetBulkGuests, async ({ strapi, params, ctx }) =>
    presentBulkGuests(strapi, await ownJob(strapi, ctx, params.jobId))
  ),

  handle(CancelBulkGuests, async ({ strapi, params, ctx }) => {
    await ownJob(strapi, ctx, params.jobId);
    if (!(await cancelJob(strapi, params.jobId))) throw failure('conflict', 'This action is over');
    return toBulkGuests(await ownJob(strapi, ctx, params.jobId));
  }),

  handleFile(ExportBulkGuests, async ({ strapi, query, ctx }) =>
    exportReport(strapi, await ownJob(strapi, ctx, query.jobId), query.locale)
  ),
]);
