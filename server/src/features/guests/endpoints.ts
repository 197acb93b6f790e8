import { ExplainAccess, ForeseeAccess } from '../../../../contract';
import { guarded, handle, notFound, type HandledEndpoint } from '../../kernel';
import { findContact } from '../contacts';
import { requireGuests } from '../settings';
import { findGuest } from './repository';
import { foresee } from './what-if';
import { explain } from './why';

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
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
