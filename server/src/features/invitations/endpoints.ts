import type { Context } from 'koa';
import {
  AcceptInvitation,
  CreateInvitationLink,
  defaultLocale,
  ListArrivals,
  ListInvitationLinks,
  PreviewInvitation,
  RevealInvitationLink,
  RevokeInvitationLink,
} from '../../../../contract';
import {
  callerOf,
  failure,
  guarded,
  handle,
  inTransaction,
  linkTo,
  notFound,
  now,
  readableDomain,
  requireAddress,
  reveal,
  type HandledEndpoint,
  type Strapi,
} from '../../kernel';
import { record, type Happening } from '../activity';
import { findNewestGuests, presentGuestRows } from '../guests';
import { askToJoin, limitTries } from '../joining';
import { countRequest } from '../mail';
import { requireGuests } from '../settings';
import { requireMayGive } from './policy';
import { presentLink } from './presenter';
import { endLink, findLink, findLinks, type LinkRow } from './repository';
import { makeLink, withState, withStates } from './service';
import { inviterOf, requireDomain, requireOpenLink } from './source';

const linkOf = async (strapi: Strapi, linkId: string): Promise<LinkRow> => {
  const link = await findLink(strapi, linkId);
  if (link === null) throw notFound();
  return link;
};

const note = (strapi: Strapi, ctx: Context, action: Happening['action'], { documentId, name }: LinkRow) =>
  record(strapi, {
    action,
    guest: null,
    actor: { kind: 'editor', name: callerOf(ctx).name },
    details: { link: documentId, name },
  });

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(ListInvitationLinks, async ({ strapi }) => ({
    links: (await withStates(strapi, await findLinks(strapi))).map((link) => presentLink(strapi, link)),
  })),

  handle(CreateInvitationLink, async ({ strapi, body, ctx }) => {
    const { link, secret } = await inTransaction(strapi, async () => {
      const made = await makeLink(strapi, callerOf(ctx), body);
      await note(strapi, ctx, 'invitation-link.created', made.link);
      return made;
    });
    const url = linkTo(strapi, 'invitation', secret);
    return { link: presentLink(strapi, await withState(strapi, link)), url };
  }),

  handle(RevealInvitationLink, async ({ strapi, params, ctx }) => {
    const link = await linkOf(strapi, params.linkId);
    requireMayGive(callerOf(ctx), link.grants);
    const secret = reveal(strapi, link);
    if (secret === null) throw failure('key_not_shown_again', 'This link cannot be shown again. Make a new one.');
    await note(strapi, ctx, 'invitation-link.revealed', link);
    return { url: linkTo(strapi, 'invitation', secret) };
  }),

  handle(RevokeInvitationLink, async ({ strapi, params, ctx }) => {
    const link = await linkOf(strapi, params.linkId);
    await inTransaction(strapi, async () => {
      if (await endLink(strapi, link.documentId, now().getTime())) {
        await note(strapi, ctx, 'invitation-link.revoked', link);
      }
    });
    return presentLink(strapi, await withState(strapi, await linkOf(strapi, params.linkId)));
  }),

  handle(ListArrivals, async ({ strapi, params, ctx }) => {
    const { documentId, placesTaken } = await linkOf(strapi, params.linkId);
    if (!callerOf(ctx).may('showsGuest')) return { guests: null };
    const ids = await findNewestGuests(strapi, { invitationLinkId: documentId }, Math.max(1, placesTaken));
    return { guests: await presentGuestRows(strapi, ids, callerOf(ctx)) };
  }),

  handle(PreviewInvitation, async ({ strapi, body, ctx }) => {
    const link = await limitTries(strapi, ctx, () => requireOpenLink(strapi, body.token));
    return {
      inviterName: inviterOf(strapi, link),
      addAs: link.addAs,
      approval: link.approval,
      domain: link.domain && readableDomain(link.domain),
      expiresAt: link.expiresAt === null ? null : new Date(link.expiresAt).toISOString(),
    };
  }),

  handle(AcceptInvitation, async ({ strapi, body, ctx }) => {
    await countRequest(strapi, ctx.ip);
    const link = await limitTries(strapi, ctx, () => requireOpenLink(strapi, body.token));
    const address = requireAddress(body.email);
    requireDomain(link, address.domain);
    await askToJoin(strapi, {
      address,
      source: 'link',
      reference: link.documentId,
      locale: body.locale ?? defaultLocale,
      ip: ctx.ip,
    });
  }),
]);
