import { ExplainAccess, ForeseeAccess, ListViewers } from '../../../../contract';
import { callerOf, guarded, handle, notFound, rowReaderOf, type HandledEndpoint } from '../../kernel';
import { findContact } from '../contacts';
import { findGuest } from '../guests';
import { requireGuests } from '../settings';
import { isShown, listViewers } from './viewers';
import { foresee } from './what-if';
import { explain } from './why';

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(ExplainAccess, async ({ strapi, params, query, ctx }) => {
    const guest = await findGuest(strapi, params.guestId);
    if (guest === null) throw notFound();
    return explain(strapi, guest, query, { reads: rowReaderOf(strapi, ctx), caller: callerOf(ctx) });
  }),

  handle(ForeseeAccess, async ({ strapi, params, body, ctx }) => {
    const contact = await findContact(strapi, params.contactId);
    if (contact === null) throw notFound();
    return { changes: await foresee(strapi, contact, body, rowReaderOf(strapi, ctx)) };
  }),

  handle(ListViewers, async ({ strapi, query: { contentType, documentId, ...page }, ctx }) => {
    const row = { uid: contentType, documentId };
    if (!(await isShown(strapi, row, rowReaderOf(strapi, ctx)))) throw notFound();
    return listViewers(strapi, row, page, callerOf(ctx));
  }),
]);
