/** What stands for a guest: a contact, the guest of that contact, the tie between them. Numbers 1 … `guests`. */
export const insertGuests = async ({ insert, documents, documentIdSql }, guests) => {
  await documents('guest_access_contacts', guests, 'contact', {
    last_name: `concat('Nom ', i)`,
    first_name: `'Camille'`,
    email: `concat('c', i, '@bench.example')`,
    last_name_key: `concat('nom ', i)`,
    first_name_key: `'camille'`,
    email_key: `concat('c', i, '@bench.example')`,
    search_text: `concat('nom ', i, ' camille')`,
  });
  await documents('guest_access_guests', guests, 'guest', {
    last_name: `concat('Nom ', i)`,
    first_name: `'Camille'`,
    language: `'fr'`,
    own_contact: documentIdSql('contact', 'i'),
    closed: 'false',
    company_records: 'false',
    company_contacts: 'false',
    version: '1',
  });
  await insert('guest_access_guests_contacts_lnk', guests, { guest_id: 'i', contact_id: 'i' });
};

/** `guest` and `subject` are SQL expressions over `i`. */
export const insertGrants = ({ insert, documentIdSql }, rows, { name, guest, type, subject }) =>
  insert('guest_access_grants', rows, {
    document_id: documentIdSql(`grant${name}`, 'i'),
    guest: documentIdSql('guest', guest),
    subject_type: `'${type}'`,
    subject,
  });
