const names = [
  'Martin',
  'Bernard',
  'Le Gall',
  'Novák',
  'Dubois',
  'Kermarrec',
  'Svoboda',
  'Moreau',
  'Lefèvre',
  'Dvořák',
];
const keys = ['martin', 'bernard', 'le gall', 'novak', 'dubois', 'kermarrec', 'svoboda', 'moreau', 'lefevre', 'dvorak'];
const oneOf = (texts, by) => `case ${by} ${texts.map((text, at) => `when ${at} then '${text}'`).join(' ')} end`;
const pick = (texts) => oneOf(texts, `(i * 7) % ${texts.length}`);

const contactsPerCompany = 20;

/** An address book, companies of twenty, as the plugin itself would have stored it. */
export const contacts = async ({ documents, quotient }, { contacts: count }) => {
  await documents('guest_access_companies', Math.ceil(count / contactsPerCompany), 'company', {
    name: `concat('Société ', i)`,
    name_key: `concat('societe ', i)`,
  });
  await documents('guest_access_contacts', count, 'contact', {
    last_name: `concat(${pick(names)}, ' ', i)`,
    first_name: `'Camille'`,
    company_id: `${quotient('i - 1', contactsPerCompany)} + 1`,
    email: `concat('contact', i, '@bench.example')`,
    phone: `concat('02 98 ', 100000 + i % 900000)`,
    language: `'fr'`,
    last_name_key: `concat(${pick(keys)}, ' ', i)`,
    first_name_key: `'camille'`,
    email_key: `concat('contact', i, '@bench.example')`,
    search_text: `concat(${pick(keys)}, ' ', i, '\n', 'camille', '\n', 'contact', i, '@bench.example', '\n', '02 98 ', 100000 + i % 900000)`,
  });
};
