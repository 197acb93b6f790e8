import {
  ApproveGuest,
  CreateGuest,
  DeleteGuest,
  ExplainAccess,
  ForeseeAccess,
  FreeAddress,
  GetGuest,
  InviteGuest,
  ListGuests,
  ProposeLogin,
  SetGuestClosed,
  UpdateGuest,
  type AdminGuest,
  type BodyOf,
} from '../../../../contract';
import { editorMay, editorName, guarded, handle, notFound, type HandledEndpoint, type Strapi } from '../../kernel';
import { findContact } from '../contacts';
import { newPasswordDigest } from '../passwords';
import { requireGuests } from '../settings';
import { createGuest, proposeLogin } from './create';
import { addressOf, chosenContacts, personOf } from './input';
import { countWaiting, findGuestPage } from './list';
import { presentGuest, presentGuestRows } from './presenter';
import { findGuest } from './repository';
import { approveGuest, freeAddress, inviteGuest, removeGuest, setClosed } from './standing';
import { grantsBeyondOwn, updateGuest, type Editor } from './update';
import { foresee } from './what-if';
import { explain } from './why';

const present = async (strapi: Strapi, guestId: string): Promise<AdminGuest> => {
  const guest = await findGuest(strapi, guestId);
  if (guest === null) throw notFound();
  return presentGuest(strapi, guest);
};

/** Grants, reach, and contacts: whose own guest he is, is given what that contact is given later. */
const givesSomething = ({ resources, accessTypes, contactIds, ...reach }: BodyOf<typeof CreateGuest>) =>
  reach.companyContacts ||
  reach.companyRecords ||
  [accessTypes, contactIds, ...resources.map((one) => one.documentIds)].some((given) => given.length > 0);

/** Saves what an editor filled in. The password is digested before the transaction: that takes a while, on purpose. */
const create = async (strapi: Strapi, input: BodyOf<typeof CreateGuest>, editor: Editor): Promise<string> => {
  if (!editor.mayGrant && givesSomething(input)) throw grantsBeyondOwn();
  const person = await personOf(strapi, input);
  const address = addressOf(input.email);
  const contacts = await chosenContacts(strapi, input.contactIds);
  const { temporaryPassword, login, locale, companyContacts, companyRecords, resources, accessTypes } = input;
  const about = [input.lastName, input.firstName, input.title, login, address?.address];
  const guest = await createGuest(strapi, {
    ...person,
    language: locale,
    address,
    login,
    password: temporaryPassword && (await newPasswordDigest(strapi, temporaryPassword, about, 'temporary')),
    mustChangePassword: temporaryPassword !== null,
    contactIds: contacts.length === 0 ? null : contacts.map(({ id }) => id),
    origin: 'editor',
    invitationLink: null,
    waiting: false,
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
  handle(ListGuests, async ({ strapi, query }) => {
    const { page, pageSize } = query;
    const { ids, total } = await findGuestPage(strapi, query, query);
    return {
      guests: await presentGuestRows(strapi, ids),
      pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
      waitingTotal: await countWaiting(strapi),
    };
  }),

  handle(GetGuest, ({ strapi, params }) => present(strapi, params.guestId)),

  handle(ProposeLogin, async ({ strapi, query }) => ({ login: await proposeLogin(strapi, query.title) })),

  handle(CreateGuest, async ({ strapi, body, ctx }) => {
    const editor = { name: editorName(ctx), mayGrant: editorMay(ctx, 'access.manage') };
    return present(strapi, await create(strapi, body, editor));
  }),

  handle(UpdateGuest, async ({ strapi, params, body, ctx }) => {
    const editor = { name: editorName(ctx), mayGrant: editorMay(ctx, 'access.manage') };
    await updateGuest(strapi, params.guestId, body, editor);
    return present(strapi, params.guestId);
  }),

  handle(InviteGuest, async ({ strapi, params, ctx }) => {
    await inviteGuest(strapi, params.guestId, editorName(ctx));
    return present(strapi, params.guestId);
  }),

  handle(SetGuestClosed, async ({ strapi, params, body, ctx }) => {
    await setClosed(strapi, params.guestId, body, editorName(ctx));
    return present(strapi, params.guestId);
  }),

  handle(ApproveGuest, async ({ strapi, params, ctx }) => {
    await approveGuest(strapi, params.guestId, editorName(ctx));
    return present(strapi, params.guestId);
  }),

  handle(FreeAddress, async ({ strapi, params, ctx }) => {
    await freeAddress(strapi, params.guestId, editorName(ctx));
    return present(strapi, params.guestId);
  }),

  handle(DeleteGuest, ({ strapi, params, ctx }) => removeGuest(strapi, params.guestId, editorName(ctx))),

  handle(ExplainAccess, async ({ strapi, params, query }) => {
    const guest = await findGuest(strapi, params.guestId);
    if (guest === null) throw notFound();
    return explain(strapi, guest, query.contentType, query.documentId);
  }),

  handle(ForeseeAccess, async ({ strapi, params, body }) => {
    const contact = await findContact(strapi, params.contactId);
    if (contact === null) throw notFound();
    return { changes: await foresee(strapi, contact, body) };
  }),
]);
