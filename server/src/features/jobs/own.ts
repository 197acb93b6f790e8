import type { Context } from 'koa';
import { callerOf, cancelJob, failure, notFound, type JobKind, type Strapi } from '../../kernel';
import { findAskedJob, type AskedJob } from './repository';

type Named = Pick<JobKind<never, never>, 'name'>;

/** The newest job of a kind that the caller asked for; null where there is none. */
export const newestOwnJob = (strapi: Strapi, ctx: Context, { name: kind }: Named): Promise<AskedJob | null> =>
  findAskedJob(strapi, { kind, askedBy: callerOf(ctx).documentId });

/** A job of a kind that the caller asked for. @throws 404, also for another's */
export const ownJob = async (
  strapi: Strapi,
  ctx: Context,
  { name: kind }: Named,
  documentId: string
): Promise<AskedJob> => {
  const job = await findAskedJob(strapi, { kind, askedBy: callerOf(ctx).documentId, documentId });
  if (job === null) throw notFound();
  return job;
};

/** Stops one at its next step. @returns how it stands then. @throws 404; 409 `conflict` for one that is over */
export const cancelOwnJob = async (
  strapi: Strapi,
  ctx: Context,
  kind: Named,
  documentId: string
): Promise<AskedJob> => {
  await ownJob(strapi, ctx, kind, documentId);
  if (!(await cancelJob(strapi, documentId))) throw failure('conflict', 'This action is over');
  return ownJob(strapi, ctx, kind, documentId);
};
