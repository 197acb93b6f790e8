import { insertGrants, insertGuests } from './people.mjs';

export const companySize = 500;
const stride = 7919;

/**
 * Tickets of contacts, companies of 500. Each contact has a guest, who holds the tickets; that of an even number has
 * *company records* on.
 */
export const tickets = async (fill, { tickets: count, contacts }) => {
  const { trx, documents, insert, quotient } = fill;
  await documents('guest_access_companies', Math.ceil(contacts / companySize), 'company', {
    name: `concat('Société ', i)`,
    name_key: `concat('societe ', i)`,
  });
  await insertGuests(fill, contacts);
  await trx.raw(`update guest_access_contacts set company_id = ${quotient('id - 1', companySize)} + 1`);
  await trx.raw('update guest_access_guests set company_records = true where id % 2 = 0');
  await insertGrants(fill, contacts, { name: 'type', guest: 'i', type: 'access-type', subject: `'tickets'` });
  await documents('tickets', count, 'ticket', {
    subject: `concat('Ticket ', i)`,
    body: `'La porte du local technique ne ferme plus.'`,
    state: `case i % 3 when 0 then 'open' when 1 then 'waiting' else 'closed' end`,
    internal_note: `'NOTE-INTERNE'`,
  });
  await insert('tickets_contact_lnk', count, {
    id: 'i',
    ticket_id: 'i',
    contact_id: `(i % ${contacts}) * (${stride} % ${contacts}) % ${contacts} + 1`,
  });
};
