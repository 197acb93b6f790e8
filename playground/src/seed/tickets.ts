import type { Core } from '@strapi/strapi';
import { internalNote } from './content';
import type { Random } from './random';
import { insertLinks, insertRows } from './rows';
import { ticketSubjects } from './texts';

/** Tickets, each of one of the contacts. */
export const seedTickets = async (
  strapi: Core.Strapi,
  random: Random,
  amount: number,
  contactIds: readonly string[]
): Promise<void> => {
  const tickets = await insertRows(
    strapi,
    'api::ticket.ticket',
    Array.from({ length: amount }, (_, index) => ({
      documentId: random.documentId(),
      subject: `${random.pick(ticketSubjects)} (${index + 1})`,
      body: 'Bonjour, pouvez-vous regarder ? Merci.',
      state: random.pick(['open', 'waiting', 'closed']),
      internalNote,
    }))
  );
  const contacts = await strapi.db
    .query('plugin::guest-access.contact')
    .findMany({ select: ['id', 'documentId'], where: { documentId: [...contactIds] }, orderBy: 'id' });
  const links = tickets.map((from) => ({ from, to: random.pick(contacts) }));
  await insertLinks(strapi, 'api::ticket.ticket', 'contact', links);
};
