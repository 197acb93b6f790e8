import { on, pepperOf, type Feature } from '../../kernel';
import { provideKeyPort } from '../guests';
import { endpoints } from './endpoints';
import { registerKeyMessage } from './message';
import { deleteKeyOfGuest } from './repository';
import { keyPort } from './service';
import { keyTable } from './table';

export { mailKey } from './message';
export { checkKey, isStillThere, obtainKey, prolongKey, requireToCome } from './service';
export { findRiskyKeys, limitKeys, revokeKeysOfClosed, type KeyRisk } from './risks';
export { keyTable } from './table';

/** Access keys: the secret in a link that lets its guest in (O5–O7). */
export const keys: Feature = {
  name: 'keys',
  tables: [keyTable],
  endpoints,
  register: (strapi) => {
    // Without the secret no digest can be checked: better not to start.
    pepperOf(strapi);
    provideKeyPort(keyPort);
    registerKeyMessage();
    on(strapi, 'guest.deleted', ({ guestId }) => deleteKeyOfGuest(strapi, guestId));
    // It may have been mailed to the address that is not the guest's.
    on(strapi, 'guest.address-undone', ({ guestId }) => deleteKeyOfGuest(strapi, guestId));
  },
};
