import { on, pepperOf, type Feature } from '../../kernel';
import { provideKeyKnowledge } from '../guests';
import { endpoints } from './endpoints';
import { registerKeyMessage } from './message';
import { deleteKeyOfGuest, keyKnowledge } from './repository';
import { keyTable } from './table';

export { checkKey, isStillThere } from './service';
export { keyTable } from './table';

/** Access keys, and a contact's access as the editor's dialog shows it (O4–O7). */
export const keys: Feature = {
  name: 'keys',
  tables: [keyTable],
  endpoints,
  register: (strapi) => {
    // Without the secret no digest can be checked: better not to start.
    pepperOf(strapi);
    provideKeyKnowledge(keyKnowledge);
    registerKeyMessage();
    on(strapi, 'guest.deleted', ({ guestId }) => deleteKeyOfGuest(strapi, guestId));
    // It may have been mailed to the address that is not the guest's.
    on(strapi, 'guest.address-undone', ({ guestId }) => deleteKeyOfGuest(strapi, guestId));
  },
};
