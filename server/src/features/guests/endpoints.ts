import type { Context } from 'koa';
import {
  ApproveGuest,
  CreateGuest,
  DeleteGuest,
  ExportGuests,
  FreeAddress,
  GetGuest,
  guestSelectionMax,
  InviteGuest,
  ListGuestIds,
  ListGuests,
  ProposeLogin,
  SetGuestClosed,
  UpdateGuest,
  type AdminGuest,
  type BodyOf,
} from '../../../../contract';
import {
  callerOf,
  failure,
  guarded,
  handle,
  handleFile,
  notFound,
  requireEffect,
  type HandledEndpoint,
  type PanelCaller,
  type Strapi,
} from '../../kernel';
import { newPasswordDigest } from '../passwords';
import { requireGuests } from '../settings';
import { createGuest, proposeLogin } from './create';
import { addressOf, chosenContacts, personOf } from './input';
import { asksHeld, countWaiting, findGuestIds, findGuestPage, type GuestFilter } from './list';
import { presentGuest, presentGuestRows } from './presenter';
import { exportGuests } from './export';
import { findGuest } from './repository';
import { givesSomething } from './rules';
import { approveGuest, freeAddress, inviteGuest, removeGuest, setClosed } from './status';
import { grantsBeyondOwn, requirePairing, updateGuest } from './update';

/** @throws 403 where a filter would tell what its reader may not see */
const requireAccessRead = (ctx: Context, filter: GuestFilter): void => {
  if (asksHeld(filter) && !callerOf(ctx).may('showsAccess')) {
    throw failure('forbidden', 'You may not see what a guest holds');
  }
};

const present = async (strapi: Strapi, ctx: Context, guestId: string): Promise<AdminGuest> => {
  const guest = await findGuest(strapi, guestId);
  if (guest === null) throw notFound();
  return presentGuest(strapi, guest, callerOf(ctx));
};

/** @throws 403 `grants_beyond_own`, `access_decides` for what takes more than the right to create a guest */
const requireMayCreate = (strapi: Strapi, input: BodyOf<typeof CreateGuest>, editor: PanelCaller): void => {
  if (givesSomething(input) && !editor.may('changesWhatIsVisible')) throw grantsBeyondOwn();
  if (input.contactIds.length > 0) requirePairing(strapi);
  if (input.companyName) {
    requireEffect(
      strapi,
      'changesWhoIsMeant',
      'companyName',
      'Who belongs to a company is decided by those who manage accesses.'
    );
  }
  if (input.temporaryPassword === null) return;
  requireEffect(
    strapi,
    'showsSecret',
    'temporaryPassword',
    'Whoever knows a temporary password comes in as this guest: to set one takes the right to issue keys.'
  );
};

/** Saves what an editor filled in. The password is digested before the transaction: that takes a while, on purpose. */
const create = async (strapi: Strapi, input: BodyOf<typeof CreateGuest>, editor: PanelCaller): Promise<string> => {
  requireMayCreate(strapi, input, editor);
  const person = await personOf(strapi, input, null);
  const address = addressOf(input.email);
  const contacts = await chosenContacts(strapi, input.contactIds);
  const { temporaryPassword, login, locale, companyContacts, companyRecords, resources, accessTypes } = input;
  const about = [input.lastName, input.firstName, input.title, login, address?.address];
  const guest = await createGuest(strapi, {
    ...person,
    language: locale,
    address,
    addressProved: false,
    login,
    password: temporaryPassword && (await newPasswordDigest(strapi, temporaryPassword, about, 'temporary')),
    mustChangePassword: temporaryPassword !== null,
    contactIds: contacts.length === 0 ? null : contacts.map(({ id }) => id),
    pairsByAddress: editor.may('pairsContact'),
    companyName: input.companyName,
    origin: 'editor',
    invitationLink: null,
    waiting: false,
    takesOver: null,
    closed: false,
    companyContacts,
    companyRecords,
    grants: { resources, accessTypes },
    actor: { kind: 'editor', name: editor.name },
    invite: input.invite ? { senderName: editor.name } : null,
  });
  return guest.documentId;
};

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(ListGuests, async ({ strapi, query, ctx }) => {
    requireAccessRead(ctx, query);
    const { page, pageSize } = query;
    const { ids, total } = await findGuestPage(strapi, query, query);
    return {
      guests: await presentGuestRows(strapi, ids, callerOf(ctx)),
      pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
      waitingTotal: await countWaiting(strapi),
    };
  }),

  handle(ListGuestIds, async ({ strapi, query, ctx }) => {
    requireAccessRead(ctx, query);
    const { ids, total } = await findGuestIds(strapi, query, guestSelectionMax);
    return { guestIds: ids, total };
  }),

  handleFile(ExportGuests, async ({ strapi, query, ctx }) => {
    requireAccessRead(ctx, query);
    return exportGuests(strapi, query, callerOf(ctx));
  }),

  handle(GetGuest, ({ strapi, params, ctx }) => present(strapi, ctx, params.guestId)),

  handle(ProposeLogin, async ({ strapi, query }) => ({ login: await proposeLogin(strapi, query.title) })),

  handle(CreateGuest, async ({ strapi, body, ctx }) => present(strapi, ctx, await create(strapi, body, callerOf(ctx)))),

  handle(UpdateGuest, async ({ strapi, params, body, ctx }) => {
    await updateGuest(strapi, params.guestId, body, callerOf(ctx));
    return present(strapi, ctx, params.guestId);
  }),

  handle(InviteGuest, async ({ strapi, params, ctx }) => {
    await inviteGuest(strapi, params.guestId, callerOf(ctx).name);
    return present(strapi, ctx, params.guestId);
  }),

  handle(SetGuestClosed, async ({ strapi, params, body, ctx }) => {
    await setClosed(strapi, params.guestId, body, callerOf(ctx).name);
    return present(strapi, ctx, params.guestId);
  }),

  handle(ApproveGuest, async ({ strapi, params, ctx }) => {
    const guestId = await approveGuest(strapi, params.guestId, callerOf(ctx).name);
    return present(strapi, ctx, guestId);
  }),

  handle(FreeAddress, async ({ strapi, params, ctx }) => {
    await freeAddress(strapi, params.guestId, callerOf(ctx).name);
    return present(strapi, ctx, params.guestId);
  }),

  handle(DeleteGuest, async ({ strapi, params, ctx }) => {
    await removeGuest(strapi, params.guestId, callerOf(ctx).name);
  }),
]);
