import type { Context } from 'koa';
import { ConfirmJoin, defaultLocale, Join, PreviewJoin, type SessionCarrier } from '../../../../contract';
import {
  failure,
  guarded,
  handle,
  readableAddress,
  requireAddress,
  type HandledEndpoint,
  type Strapi,
} from '../../kernel';
import { findVouchedContacts } from '../contacts';
import { countRequest } from '../mail';
import { handOver, requireSameOrigin } from '../sessions';
import { reloadSettings, requireGuests } from '../settings';
import { confirmJoin, requireRequest, type Confirmed } from './confirm';
import { askToJoin } from './request';
import { sourceOf } from './sources';
import { limitTries } from './limits';

const nothing = { token: null, expiresAt: null, guest: null };

const present = async (strapi: Strapi, ctx: Context, confirmed: Confirmed, carrier: SessionCarrier) => {
  if (confirmed.outcome !== 'session') return { outcome: confirmed.outcome, ...nothing };
  const { outcome, guest, session } = confirmed;
  return { outcome, ...(await handOver(strapi, ctx, { guest, session, carrier })) };
};

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(Join, async ({ strapi, body, ctx }) => {
    await countRequest(strapi, ctx.ip);
    const address = requireAddress(body.email);
    const { joining } = await reloadSettings(strapi);
    if (joining.mode === 'nobody') throw failure('door_closed', 'Nobody can join by themselves at the moment.');
    const offer = await sourceOf('domain')?.offer(strapi, address, null);
    if (!offer) throw failure('domain_not_allowed', 'Addresses of this domain cannot join.');
    await askToJoin(strapi, {
      address,
      source: 'domain',
      reference: null,
      locale: body.locale ?? defaultLocale,
      ip: ctx.ip,
    });
  }),

  handle(PreviewJoin, async ({ strapi, body, ctx }) => {
    const { address, offer } = await limitTries(strapi, ctx, () => requireRequest(strapi, body.token));
    const [contact, ...more] = await findVouchedContacts(strapi, address.key, 2);
    const isSure = more.length === 0;
    return {
      email: readableAddress(address.address),
      addAs: offer.addAs,
      approval: offer.approval,
      inviterName: offer.inviterName,
      firstName: (isSure && contact?.firstName) || null,
      lastName: (isSure && contact?.lastName) || null,
    };
  }),

  handle(ConfirmJoin, async ({ strapi, body, ctx }) => {
    if (body.carrier === 'cookie') requireSameOrigin(strapi, ctx);
    const { token, carrier, ...person } = body;
    const device = ctx.get('User-Agent') || null;
    const confirmed = await limitTries(strapi, ctx, () => confirmJoin(strapi, token, { ...person, device }));
    return present(strapi, ctx, confirmed, carrier);
  }),
]);
