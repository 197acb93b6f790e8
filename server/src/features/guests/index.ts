import { configOf, on, once, type Feature } from '../../kernel';
import { provideAccessState, provideGuestsBehind } from '../contacts';
import { noteKnownEmails } from './addresses';
import { guestsBehind } from './behind';
import { guest } from './content-types/guest';
import { endpoints } from './endpoints';
import { registerApproval, tellZones } from './message';
import { advanceAll, rederive } from './repository';
import { backfillMissing, rederiveAll } from './backfill';
import { releaseContact } from './service';
import { accessStates } from './states';

export { proveAddress } from './addresses';
export { adoptAddress, guestByContactAddress } from './adopt';
export {
  advanceOne,
  advanceOpen,
  findGuest,
  findGuestByEmailKey,
  findGuestByName,
  findGuestOfContact,
  findGuests,
  guestTable,
  isJustSeen,
  neverSeen,
  noteSeen,
  photoUrlOf,
  principalOf,
  type GuestRow,
} from './repository';
export { createGuest } from './create';
export { keyPort, provideKeyPort, provideSessionPort, sessionPort, type KeyPort } from './ports';
export { countNewGuests, countWaiting, findNewestGuests, findUnused } from './list';
export { presentGrants, presentGuestRows, presentMail, presentPaired } from './presenter';
export { givesSomething, hasProved, nameOf, nameTo } from './rules';
export { approveGuest, inviteGuest, removeGuest, requireOpening, setClosed } from './status';
export {
  deleteGuest,
  extendAccess,
  extendGuest,
  giveAccess,
  makeTrialGuest,
  openSeen,
  passContactOn,
  saveAccess,
  takeFromGuest,
  toGrants,
  type TrialAccess,
} from './service';
export { accessStateOf, accessStates, statesOf } from './states';
export type { GivenGrants } from './turn';
export { changeAddress, grantsBeyondOwn, updateSelf } from './update';

/** Raised where the derived columns are made by other rules than before: all are then written again at the next start. */
const keysVersion = 3;

/** Guests: who may come in, and what each was given. */
export const guests: Feature = {
  name: 'guests',
  contentTypes: { guest },
  endpoints,
  register: (strapi) => {
    registerApproval();
    tellZones();
    provideAccessState(accessStates);
    provideGuestsBehind(guestsBehind);
    on(strapi, 'contact.deleted', ({ contactId }) => releaseContact(strapi, contactId));
    on(strapi, 'settings.saved', () => advanceAll(strapi));
    on(strapi, 'guest.address-changed', ({ guestId }) => rederive(strapi, guestId));
  },
  bootstrap: async (strapi) => {
    await once(strapi, 'guest-keys', `${keysVersion} ${configOf(strapi).phoneCountry}`, () => rederiveAll(strapi));
    await backfillMissing(strapi);
    await noteKnownEmails(strapi);
  },
};
