import type { Context } from 'koa';
import { StreamActivity } from '../../../../contract';
import {
  callerAgain,
  callerOf,
  handleStream,
  type Audience,
  type HandledEndpoint,
  type PanelCaller,
  type Strapi,
} from '../../kernel';
import { listen } from './log';
import { presentActivity } from './presenter';
import type { ActivityRow } from './repository';

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
  handleStream(StreamActivity, ({ strapi, ctx }) =>
    Promise.resolve(listen(strapi, reader(strapi, ctx), ctx.get('Last-Event-ID')))
  ),
];
