import {
  CancelBulkGuests,
  ExportBulkGuests,
  FindBulkGuests,
  GetBulkGuests,
  StartBulkGuests,
} from '../../../../contract';
import { callerOf, enqueueJob, guarded, handle, handleFile, type HandledEndpoint } from '../../kernel';
import { toGrants } from '../guests';
import { cancelOwnJob, newestOwnJob, ownJob } from '../jobs';
import { requireToCome } from '../keys';
import { requireGuests } from '../settings';
import { exportReport } from './export';
import { bulkGuestsJob } from './job';
import { presentBulkGuests, toBulkGuests } from './presenter';
import { requireAsked } from './rules';

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(StartBulkGuests, async ({ strapi, body, ctx }) => {
    const caller = callerOf(ctx);
    requireAsked(caller, body);
    requireToCome(body.expiresAt === null ? null : new Date(body.expiresAt));
    if (body.action === 'give' && body.grants !== null) await toGrants(strapi, body.grants);
    const input = { ...body, guestIds: [...new Set(body.guestIds)] };
    const jobId = await enqueueJob(strapi, bulkGuestsJob, { input, askedBy: caller.documentId });
    return toBulkGuests(await ownJob(strapi, ctx, bulkGuestsJob, jobId));
  }),

  handle(FindBulkGuests, async ({ strapi, ctx }) => {
    const newest = await newestOwnJob(strapi, ctx, bulkGuestsJob);
    return { newest: newest && toBulkGuests(newest) };
  }),

  handle(GetBulkGuests, async ({ strapi, params, ctx }) =>
    presentBulkGuests(strapi, await ownJob(strapi, ctx, bulkGuestsJob, params.jobId))
  ),

  handle(CancelBulkGuests, async ({ strapi, params, ctx }) =>
    toBulkGuests(await cancelOwnJob(strapi, ctx, bulkGuestsJob, params.jobId))
  ),

  handleFile(ExportBulkGuests, async ({ strapi, query, ctx }) =>
    exportReport(strapi, await ownJob(strapi, ctx, bulkGuestsJob, query.jobId), query.locale)
  ),
]);
