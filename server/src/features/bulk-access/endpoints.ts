import {
  CancelBulkAccess,
  ExportBulkAccess,
  FindBulkAccess,
  GetBulkAccess,
  StartBulkAccess,
} from '../../../../contract';
import {
  callerOf,
  encryptionOf,
  enqueueJob,
  failure,
  guarded,
  handle,
  handleFile,
  type HandledEndpoint,
} from '../../kernel';
import { toGrants } from '../guests';
import { cancelOwnJob, newestOwnJob, ownJob } from '../jobs';
import { requireGuests } from '../settings';
import { exportReport } from './export';
import { bulkAccessJob } from './job';
import { presentBulkAccess, toBulkAccess } from './presenter';
import { requireAsked } from './rules';

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
    return toBulkAccess(await ownJob(strapi, ctx, bulkAccessJob, jobId));
  }),

  handle(FindBulkAccess, async ({ strapi, ctx }) => {
    const newest = await newestOwnJob(strapi, ctx, bulkAccessJob);
    return { newest: newest && toBulkAccess(newest) };
  }),

  handle(GetBulkAccess, async ({ strapi, params, ctx }) =>
    presentBulkAccess(strapi, await ownJob(strapi, ctx, bulkAccessJob, params.jobId))
  ),

  handle(CancelBulkAccess, async ({ strapi, params, ctx }) =>
    toBulkAccess(await cancelOwnJob(strapi, ctx, bulkAccessJob, params.jobId))
  ),

  handleFile(ExportBulkAccess, async ({ strapi, query, ctx }) =>
    exportReport(strapi, await ownJob(strapi, ctx, bulkAccessJob, query.jobId), query.locale)
  ),
]);
