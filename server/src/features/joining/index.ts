import { asSystem, now, on, type Feature } from '../../kernel';
import { domainSource, followAddress } from './domain-source';
import { endpoints } from './endpoints';
import { deleteEnded } from './repository';
import { registerJoinMessage } from './request';
import { registerJoinSource } from './sources';
import { joinRequestTable } from './table';
import { registerArrivalMessages } from './notify-editors';

export { invalidLink } from './confirm';
export { askToJoin } from './request';
export { limitTries } from './limits';
export { registerJoinSource, type JoinSource } from './sources';

/** Joining: an address that is allowed is proved by a mail, and its owner becomes a guest or a contact (P4). */
export const joining: Feature = {
  name: 'joining',
  tables: [joinRequestTable],
  endpoints,
  schedules: [
    {
      name: 'joining.purge',
      slots: { minute: 27 },
      missed: 'catch-up',
      run: (strapi) => asSystem(() => deleteEnded(strapi, now().getTime())),
    },
  ],
  register: (strapi) => {
    registerJoinSource('domain', domainSource);
    registerJoinMessage();
    registerArrivalMessages();
    on(strapi, 'guest.address-changed', (change) => followAddress(strapi, change));
  },
};
