import { GetOverview, overviewDays, overviewHours } from '../../../../contract';
import { callerOf, guarded, handle, now, type HandledEndpoint, type Strapi } from '../../kernel';
import { countRefusals } from '../activity';
import { countNewGuests, countWaiting } from '../guests';
import { mailBacklog } from '../jobs';
import { requireGuests } from '../settings';

const hourMs = 3_600_000;

const mailsOf = async (strapi: Strapi) => {
  const backlog = await mailBacklog(strapi);
  const sum = (count: 'waiting' | 'failed') => backlog.reduce((total, one) => total + one[count], 0);
  return { waiting: sum('waiting'), failed: sum('failed') };
};

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(GetOverview, async ({ strapi, ctx }) => {
    const caller = callerOf(ctx);
    const at = now().getTime();
    return {
      newGuests: await countNewGuests(strapi, new Date(at - overviewDays * 24 * hourMs)),
      waiting: await countWaiting(strapi),
      refused: caller.holds('activity.read') ? await countRefusals(strapi, at - overviewHours * hourMs) : null,
      mails: caller.holds('jobs.read') ? await mailsOf(strapi) : null,
    };
  }),
]);
