import type { ContactOutcome, Locale } from '../../../../contract';
import {
  asCsv,
  Download,
  inBatches,
  outcomesOf,
  readableAddress,
  type Column,
  type Strapi,
  type Worded,
} from '../../kernel';
import { findContacts, personWords, type ContactRow } from '../contacts';
import type { AskedJob } from '../jobs';
import { readInput } from './input';
import { tallyOf } from './presenter';
import { accessWords, fileName, headings, keyWords, mailWords } from './words';

interface Line {
  contact: ContactRow | null;
  outcome: ContactOutcome;
}

const columnsOf = (locale: Locale): Column<Line>[] => {
  const said = (words: Worded | null): string | null => words && words[locale];
  return [
    { heading: personWords.lastName, value: ({ contact }) => contact && contact.lastName },
    { heading: personWords.firstName, value: ({ contact }) => contact && contact.firstName },
    { heading: personWords.company, value: ({ contact }) => contact?.company?.name ?? null },
    { heading: personWords.email, value: ({ contact }) => (contact?.email ? readableAddress(contact.email) : null) },
    { heading: personWords.access, value: ({ outcome: { access } }) => said(access && accessWords[access]) },
    { heading: headings.key, value: ({ outcome: { key } }) => said(key && keyWords[key]) },
    { heading: headings.mail, value: ({ outcome: { mail } }) => said(mail && mailWords[mail]) },
  ];
};

/** What came of each contact so far, as a table, with the contacts as they are now. */
export const exportReport = (strapi: Strapi, row: AskedJob, locale: Locale): Download => {
  const { contactIds } = readInput(JSON.parse(row.input));
  const lines = inBatches(outcomesOf(tallyOf(row), contactIds), async (batch): Promise<Line[]> => {
    const found = await findContacts(
      strapi,
      batch.map(([id]) => id)
    );
    const known = new Map(found.map((contact) => [contact.documentId, contact]));
    return batch.map(([id, outcome]) => ({ contact: known.get(id) ?? null, outcome }));
  });
  return new Download(`${fileName[locale]}.csv`, 'text/csv', asCsv(columnsOf(locale), lines, locale));
};
