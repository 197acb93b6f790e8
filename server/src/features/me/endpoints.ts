import { GetMe, ListColleagues, StreamMe, UpdateMe } from '../../../../contract';
import {
  asSystem,
  configOf,
  guarded,
  handle,
  handleStream,
  notFound,
  requireGuest,
  take,
  type HandledEndpoint,
  type Limit,
  type Strapi,
} from '../../kernel';
import { findGuest, updateSelf } from '../guests';
import { presentSelf, previewOf } from '../sessions';
import { requireGuests } from '../settings';
import { colleaguesOf } from './colleagues';
import { streamOwn } from './stream';

const profileChanges = (strapi: Strapi): Limit => ({
  name: 'profile-changes',
  points: configOf(strapi).limits.profileChangesPerGuest,
  seconds: 15 * 60,
});

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(GetMe, async ({ strapi, ctx }) => {
    const { documentId, sessionId } = requireGuest(ctx);
    const guest = await asSystem(() => findGuest(strapi, documentId));
    if (guest === null) throw notFound();
    return presentSelf(strapi, guest, await previewOf(strapi, sessionId));
  }),

  handle(UpdateMe, async ({ strapi, body, ctx }) => {
    const { documentId } = requireGuest(ctx);
    if (configOf(strapi).limits.enabled) await take(strapi, profileChanges(strapi), documentId);
    const guest = await asSystem(() => updateSelf(strapi, documentId, body));
    return presentSelf(strapi, guest);
  }),

  handle(ListColleagues, async ({ strapi, ctx }) => {
    const { documentId } = requireGuest(ctx);
    return { colleagues: await asSystem(() => colleaguesOf(strapi, documentId)) };
  }),

  handleStream(StreamMe, ({ strapi, ctx }) => Promise.resolve(streamOwn(strapi, ctx))),
]);
