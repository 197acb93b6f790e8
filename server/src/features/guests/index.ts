import { on, type Feature } from '../../kernel';
import { guest } from './content-types/guest';
import { endpoints } from './endpoints';
import { advanceAll } from './repository';
import { releaseContact } from './service';

export { adoptableGuest, adoptAddress } from './adopt';
export {
  advanceOne,
  findGuest,
  findGuestByEmailKey,
  findGuestByName,
  findGuestOfContact,
  guestTable,
  pairedContactIds,
  photoUrlOf,
  type GuestRow,
} from './repository';
export { colleaguesOf } from './colleagues';
export { createGuest, type GuestToCreate } from './create';
export { deleteGuest, extendAccess, saveAccess, takeTurn, toGrants, type GivenGrants } from './service';

/** Guests: who may come in, and what each was given. */
export const guests: Feature = {
  name: 'guests',
  contentTypes: { guest },
  endpoints,
  register: (strapi) => {
    on(strapi, 'contact.deleted', ({ contactId }) => releaseContact(strapi, contactId));
    on(strapi, 'settings.saved', () => advanceAll(strapi));
  },
};
