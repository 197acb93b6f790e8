import { asSystem, now, on, type Feature } from '../../kernel';
import { domainSource, followAddress } from './domain-source';
import { endpoints } from './endpoints';
import { deleteEnded } from './repository';
import { registerJoinMessage } from './request';
import { registerJoinSource } from './sources';
import { joinRequestTable } from './table';
import { registerArrivalMessages } from './tell';

export { invalidLink } from './confirm';
export { askToJoin } from './request';
export { limitTries } from './tries';
export { registerJoinSource, type JoinSource } from './sources';

const PURGE = 'guest-access-purge-join-requests';

/** Joining: an address that is allowed is proved by a mail, and its owner becomes a guest or a contact (P4). */
export const joining: Feature = {
  name: 'joining',
  tables: [joinRequestTable],
  endpoints,
  register: (strapi) => {
    registerJoinSource('domain', domainSource);
    registerJoinMessage();
    registerArrivalMessages();
    on(strapi, 'guest.address-changed', (change) => followAddress(strapi, change));
  },
  bootstrap: (strapi) => {
    strapi.cron.add({
      [PURGE]: {
        task: async () => void (await asSystem(() => deleteEnded(strapi, now().getTime()))),
        options: { rule: '0 27 * * * *' },
      },
    });
  },
  destroy: (strapi) => {
    strapi.cron.remove(PURGE);
  },
};
