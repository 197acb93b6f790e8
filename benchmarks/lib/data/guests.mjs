import { contacts } from './contacts.mjs';
import { insertGrants } from './people.mjs';

const PROJECT = 'api::project.project';
const day = 24 * 3_600_000;

/**
 * An address book (`contacts.mjs`), each contact of which has a guest of the same name: with an access type, two projects, and, two of
 * three, a key, of which some end soon. One in ten is closed; one in two has been here.
 */
export const guests = async (fill, { guests: count }) => {
  const { documents, insert, documentIdSql, trx } = fill;
  await contacts(fill, { contacts: count });
  await documents('projects', 100, 'project', {
    code: `concat('P', i)`,
    name: `concat('Projet ', i)`,
    title: `concat('P', i, ' - Projet ', i)`,
  });
  await documents('guest_access_guests', count, 'guest', {
    last_name: `(select contact.last_name from guest_access_contacts contact where contact.id = i)`,
    first_name: `'Camille'`,
    language: `'fr'`,
    own_contact: documentIdSql('contact', 'i'),
    email: `concat('contact', i, '@bench.example')`,
    email_key: `concat('contact', i, '@bench.example')`,
    login: `concat('login-', i)`,
    origin: `case i % 3 when 0 then 'editor' when 1 then 'contact' else 'domain' end`,
    closed: 'i % 10 = 0',
    company_records: 'false',
    company_contacts: 'false',
    version: '1',
    last_seen_at: `case i % 2 when 0 then ${Date.now() - 200 * day} + i * 60000 end`,
    name_key: `(select concat(contact.last_name_key, ' camille') from guest_access_contacts contact where contact.id = i)`,
    search_text: `(select contact.search_text from guest_access_contacts contact where contact.id = i)`,
  });
  await insert('guest_access_guests_contacts_lnk', count, { guest_id: 'i', contact_id: 'i' });
  await insertGrants(fill, count, {
    name: 'type',
    guest: 'i',
    type: 'access-type',
    subject: `case i % 2 when 0 then 'tasks' else 'tickets' end`,
  });
  for (const [name, step] of [
    ['one', 1],
    ['two', 37],
  ])
    await insertGrants(fill, count, {
      name,
      guest: 'i',
      type: PROJECT,
      subject: documentIdSql('project', `((i * ${step} + ${step > 1 ? 50 : 0}) % 100 + 1)`),
    });
  await insert('guest_access_vault_keys', count, {
    guest: documentIdSql('guest', 'i'),
    digest: `concat('bench-', i)`,
    last_four: `'0000'`,
    issued_at: `${Date.now()}`,
    expires_at: `case i % 20 when 0 then ${Date.now() + 10 * day} when 1 then ${Date.now() + 300 * day} end`,
  });
  await trx('guest_access_vault_keys').whereRaw('id % 3 = 0').delete();
};
