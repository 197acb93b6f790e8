import { AcceptFinding, GetPosture, ReopenFinding, RepairFinding } from '../../../../contract';
import { callerOf, guarded, handle, strapiVersion, type HandledEndpoint } from '../../kernel';
import { requireGuests } from '../settings';
import { knownUntil } from './advisories';
import { acceptFinding, lookAtAll, reopenFinding, repairFinding } from './service';

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(GetPosture, async ({ strapi, ctx }) => ({
    ...(await lookAtAll(strapi, callerOf(ctx))),
    strapiVersion: { running: strapiVersion(strapi), knownUntil },
  })),

  handle(AcceptFinding, ({ strapi, params, body, ctx }) => acceptFinding(strapi, callerOf(ctx), params.finding, body)),

  handle(ReopenFinding, ({ strapi, params, ctx }) => reopenFinding(strapi, callerOf(ctx), params.finding)),

  handle(RepairFinding, async ({ strapi, params, body, ctx }) => ({
    repaired: await repairFinding(strapi, callerOf(ctx), params.finding, body),
  })),
]);
