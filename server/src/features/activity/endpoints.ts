import type { Context } from 'koa';
import { ListGuestActivity, StreamActivity } from '../../../../contract';
import {
  callerAgain,
  callerOf,
  handle,
  handleStream,
  type Audience,
  type HandledEndpoint,
  type PanelCaller,
  type Strapi,
} from '../../kernel';
import { listen } from './log';
import { presentActivity } from './presenter';
import { findActivityPage, type ActivityRow } from './repository';

/** Some queries each, so that they are not asked every second; but always before they are told something. */
const renewEveryMs = 5_000;

/** An editor who reads the log as it grows. */
const reader = (strapi: Strapi, ctx: Context): Audience<typeof StreamActivity, ActivityRow> => {
  let caller: PanelCaller = callerOf(ctx);
  return {
    endpoint: StreamActivity,
    owner: `editor ${caller.documentId}`,
    subject: null,
    renewEveryMs,
    renew: async () => {
      const now = await callerAgain(strapi, ctx, StreamActivity);
      if (now === null) return false;
      caller = now;
      return true;
    },
    present: (row) => ({ name: 'activity', data: presentActivity(row, caller.may('showsGuest')) }),
  };
};

export const endpoints: HandledEndpoint[] = [
  handle(ListGuestActivity, async ({ strapi, params, query, ctx }) => {
    const { page, pageSize } = query;
    // The one who may not know who the guests are has no id to ask by: nothing is told by asking.
    const showsGuest = callerOf(ctx).may('showsGuest');
    const { found, total } = showsGuest
      ? await findActivityPage(strapi, params.guestId, { page, pageSize })
      : { found: [], total: 0 };
    return {
      entries: found.map((row) => presentActivity(row, showsGuest)),
      pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
    };
  }),

  handleStream(StreamActivity, ({ strapi, ctx }) =>
    Promise.resolve(listen(strapi, reader(strapi, ctx), ctx.get('Last-Event-ID')))
  ),
];
