import type { Contact, ExportContacts, QueryOf } from '../../../../contract';
import {
  asCsv,
  asVcards,
  Download,
  inBatches,
  type Card,
  type Column,
  type PanelCaller,
  type Strapi,
  type Worded,
} from '../../kernel';
import { record } from '../activity';
import { findSortedContacts } from './list';
import { personWords, stateWords } from './words';

type Asked = QueryOf<typeof ExportContacts>;

/** Telephone numbers as somebody typed them: what they stand for is read again where they come in. */
const columnsOf = ({ locale }: Asked, showsAccess: boolean): Column<Contact>[] => [
  { heading: personWords.lastName, value: ({ lastName }) => lastName },
  { heading: personWords.firstName, value: ({ firstName }) => firstName },
  { heading: personWords.company, value: ({ company }) => company && company.name },
  { heading: personWords.email, value: ({ email }) => email },
  { heading: { fr: 'Téléphone', en: 'Phone', cs: 'Telefon' }, value: ({ phone }) => phone },
  { heading: { fr: 'Ligne directe', en: 'Direct line', cs: 'Přímá linka' }, value: ({ directLine }) => directLine },
  { heading: { fr: 'Mobile', en: 'Mobile', cs: 'Mobil' }, value: ({ mobile }) => mobile },
  { heading: { fr: 'Langue', en: 'Language', cs: 'Jazyk' }, value: (contact) => contact.locale },
  ...(showsAccess ? [stateColumn(locale)] : []),
];

const stateColumn = (locale: Asked['locale']): Column<Contact> => ({
  heading: personWords.access,
  value: ({ accessState }) => accessState && stateWords[accessState][locale],
});

const cardOf = (contact: Contact): Card => ({
  uid: contact.documentId,
  lastName: contact.lastName,
  firstName: contact.firstName,
  company: contact.company && contact.company.name,
  title: null,
  email: contact.email,
  phones: [
    { type: 'work', number: contact.phone },
    { type: 'voice', number: contact.directLine },
    { type: 'cell', number: contact.mobile },
  ],
  language: contact.locale,
  changedAt: contact.updatedAt,
});

const names: Worded = { fr: 'contacts', en: 'contacts', cs: 'kontakty' };

/**
 * The contacts that a filter leaves, in the order of the list, as a file. That it was taken is noted.
 * @param present the contacts of these row ids, cut to what the reader may see
 */
export const exportContacts = async (
  strapi: Strapi,
  asked: Asked,
  caller: PanelCaller,
  present: (ids: readonly number[]) => Promise<Contact[]>
): Promise<Download> => {
  const found = await findSortedContacts(strapi, asked);
  await record(strapi, {
    action: 'contacts.exported',
    guest: null,
    actor: { kind: 'editor', name: caller.name },
    details: { count: found.length },
  });
  const contacts = inBatches(found, present);
  const name = names[asked.locale];
  if (asked.format === 'vcard') return new Download(`${name}.vcf`, 'text/vcard', asVcards(contacts, cardOf));
  return new Download(
    `${name}.csv`,
    'text/csv',
    asCsv(columnsOf(asked, caller.may('showsAccess')), contacts, asked.locale)
  );
};
