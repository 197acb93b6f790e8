import type { ExportGuests, GuestListRow, QueryOf } from '../../../../contract';
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
import { personWords, stateWords } from '../contacts';
import { findSortedGuests } from './list';
import { presentGuestRows } from './presenter';
import { originWords } from './words';

type Asked = QueryOf<typeof ExportGuests>;

/** A spreadsheet reads it as a day and an hour, in whatever language; in UTC, as the heading says. */
const instant = (iso: string | null): string | null => iso && iso.slice(0, 16).replace('T', ' ');

const columnsOf = ({ locale }: Asked, showsCompanies: boolean): Column<GuestListRow>[] => [
  { heading: personWords.lastName, value: ({ lastName }) => lastName },
  { heading: personWords.firstName, value: ({ firstName }) => firstName },
  { heading: personWords.email, value: ({ email }) => email },
  { heading: { fr: 'Titre', en: 'Title', cs: 'Název' }, value: ({ title }) => title },
  { heading: { fr: 'Identifiant', en: 'Login name', cs: 'Přihlašovací jméno' }, value: ({ login }) => login },
  ...(showsCompanies ? [companies] : []),
  { heading: personWords.access, value: ({ state }) => stateWords[state][locale] },
  { heading: { fr: 'Origine', en: 'Origin', cs: 'Původ' }, value: ({ origin }) => originWords[origin][locale] },
  {
    heading: { fr: 'Créé le (UTC)', en: 'Created (UTC)', cs: 'Vytvořeno (UTC)' },
    value: ({ createdAt }) => instant(createdAt),
  },
  {
    heading: { fr: 'Vu le (UTC)', en: 'Last seen (UTC)', cs: 'Naposledy (UTC)' },
    value: ({ lastSeenAt }) => instant(lastSeenAt),
  },
];

const companies: Column<GuestListRow> = {
  heading: personWords.company,
  value: ({ companyNames }) => companyNames && companyNames.join(', '),
};

const cardOf = (guest: GuestListRow): Card => ({
  uid: guest.documentId,
  lastName: guest.lastName,
  firstName: guest.firstName,
  company: guest.companyNames?.[0] ?? null,
  title: guest.title,
  email: guest.email,
  phones: [],
  language: null,
  changedAt: guest.createdAt,
});

const names: Worded = { fr: 'invites', en: 'guests', cs: 'hoste' };

/** The guests that a filter leaves, in the order of the list, as a file, cut to what this editor may see. */
export const exportGuests = async (strapi: Strapi, asked: Asked, caller: PanelCaller): Promise<Download> => {
  const found = await findSortedGuests(strapi, asked, asked);
  await record(strapi, {
    action: 'guests.exported',
    guest: null,
    actor: { kind: 'editor', name: caller.name },
    details: { count: found.length },
  });
  const guests = inBatches(found, (ids) => presentGuestRows(strapi, ids, caller));
  const name = names[asked.locale];
  if (asked.format === 'vcard') return new Download(`${name}.vcf`, 'text/vcard', asVcards(guests, cardOf));
  const columns = columnsOf(asked, caller.may('showsAccess'));
  return new Download(`${name}.csv`, 'text/csv', asCsv(columns, guests, asked.locale));
};
