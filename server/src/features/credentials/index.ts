import { asSystem, now, on, type Feature } from '../../kernel';
import { findGuest } from '../guests';
import { endpoints } from './endpoints';
import { mailInvitation, mailOldAddress } from './mails';
import { registerMessages } from './messages';
import { deleteTicketsEndedBefore, deleteTicketsOf, endTicketsOf, endUndoTicketsOf } from './repository';
import { knownForMs } from './rules';
import { ticketTable } from './table';

export { setPassword } from './repository';
export { masked } from './rules';
export { issueTicket } from './tickets';

/** Credentials: how a guest gets, loses and changes their password and their address, by links that are good once. */
export const credentials: Feature = {
  name: 'credentials',
  tables: [ticketTable],
  endpoints,
  schedules: [
    {
      name: 'credentials.purge',
      slots: { minute: 23 },
      missed: 'catch-up',
      run: (strapi) => asSystem(() => deleteTicketsEndedBefore(strapi, now().getTime() - knownForMs)),
    },
  ],
  register: (strapi) => {
    registerMessages();
    on(strapi, 'guest.invited', async ({ guestId, senderName }) => {
      const guest = await findGuest(strapi, guestId);
      if (guest) await mailInvitation(strapi, guest, senderName);
    });
    on(strapi, 'guest.address-changed', async ({ guestId, from, to, by }) => {
      await endTicketsOf(strapi, guestId);
      // Whom the guest tells of it, and how it is taken back, is in `change-email.ts`.
      if (by === 'guest') return;
      await endUndoTicketsOf(strapi, guestId);
      const guest = await findGuest(strapi, guestId);
      if (guest && to !== null) await mailOldAddress(strapi, 'email-changed', guest, { from, to });
    });
    on(strapi, 'access.ended', async ({ guestId, door, except }) => {
      // Closed, or a new password was set by a link: what was mailed before opens nothing any more.
      if (door === null && except === undefined) await endTicketsOf(strapi, guestId);
    });
    on(strapi, 'guest.deleted', ({ guestId }) => deleteTicketsOf(strapi, guestId));
  },
};
