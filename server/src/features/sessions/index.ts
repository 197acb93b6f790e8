import { asSystem, now, on, putFirst, registerStrategy, type Feature } from '../../kernel';
import { provideSessionPort } from '../guests';
import { guardAnswers } from './answers';
import { cookieToBearer } from './cookie';
import { endpoints } from './endpoints';
import { guestOfRequest } from './guest-of-request';
import { refuseStrangeHeader } from './header';
import { refuseKeyInUrl } from './key-in-url';
import { fillLastSeen } from './last-seen';
import { boundByKey, boundByKeys, deleteEnded, deleteSessionsOf } from './repository';
import { guestStrategy } from './strategy';
import { sessionTable } from './table';

export { requireSameOrigin } from './cookie';
export { boundByKeys } from './repository';
export { handOver } from './log-in';
export { presentSelf } from './presenter';
export { previewOf } from './preview';
export { guestOfSession, newSession, type StartedSession } from './service';

/** Sessions: what a login gives, and how a request is known as a guest's. */
export const sessions: Feature = {
  name: 'sessions',
  tables: [sessionTable],
  endpoints,
  schedules: [
    {
      name: 'sessions.purge',
      slots: { minute: 17 },
      missed: 'catch-up',
      run: (strapi) => asSystem(() => deleteEnded(strapi, now().getTime())),
    },
  ],
  register: (strapi) => {
    provideSessionPort({ guestOfRequest });
    registerStrategy(strapi, guestStrategy(strapi));
    on(strapi, 'access.ended', ({ guestId, door, except }) => deleteSessionsOf(strapi, guestId, door, except));
    on(strapi, 'key.prolonged', async ({ guestId, until }) => {
      if (until !== null) await boundByKey(strapi, guestId, until);
    });
    on(strapi, 'guest.deleted', ({ guestId }) => deleteSessionsOf(strapi, guestId, null));
  },
  bootstrap: async (strapi) => {
    putFirst(strapi, refuseKeyInUrl(strapi), refuseStrangeHeader, cookieToBearer(strapi), guardAnswers(strapi));
    await asSystem(() => boundByKeys(strapi));
    await asSystem(() => fillLastSeen(strapi));
  },
};
