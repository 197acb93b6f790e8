import { FinishGoogleImport, GetGoogleImport, StartGoogleImport } from '../../../../contract';
import { callerOf, guarded, handle, type HandledEndpoint } from '../../kernel';
import { requireContacts } from '../settings';
import { presentImport } from '../importing';
import { finishGoogle, googleLack, startGoogle } from './service';

export const endpoints: HandledEndpoint[] = guarded(requireContacts, [
  handle(GetGoogleImport, async ({ strapi }) => ({ missing: await googleLack(strapi) })),

  handle(StartGoogleImport, ({ strapi, ctx }) => startGoogle(strapi, callerOf(ctx))),

  handle(FinishGoogleImport, async ({ strapi, ctx, body }) => {
    const caller = callerOf(ctx);
    return presentImport(strapi, await finishGoogle(strapi, body, caller), caller);
  }),
]);
