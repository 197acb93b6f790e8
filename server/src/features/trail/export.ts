import { sentenceOf, type ExportTrail, type QueryOf, type TrailLine } from '../../../../contract';
import { asCsv, Download, type Column, type Strapi, type Worded } from '../../kernel';
import { record } from '../activity';
import { findLines, type Cursor } from './filter';
import { cursorAfter, mayAsk } from './list';
import { presentLines, type TrailReader } from './presenter';

type Asked = QueryOf<typeof ExportTrail>;

const linesAtOnce = 200;

const columnsOf = ({ locale }: Asked): Column<TrailLine>[] => [
  { heading: { fr: 'N°', en: 'No.', cs: 'Č.' }, value: ({ place }) => (place === null ? null : String(place)) },
  {
    heading: { fr: 'Date (UTC)', en: 'Date (UTC)', cs: 'Datum (UTC)' },
    value: ({ at }) => at.slice(0, 19).replace('T', ' '),
  },
  { heading: { fr: 'Événement', en: 'Event', cs: 'Událost' }, value: (line) => sentenceOf(line, locale) },
  { heading: { fr: 'Par', en: 'By', cs: 'Kdo' }, value: ({ actor }) => actor.name },
  {
    heading: { fr: 'Invité', en: 'Guest', cs: 'Host' },
    value: ({ guest }) => guest && (guest.name ?? guest.documentId),
  },
  { heading: { fr: 'Type', en: 'Type', cs: 'Typ' }, value: ({ row }) => row && row.typeName },
  { heading: { fr: 'Élément', en: 'Entry', cs: 'Záznam' }, value: ({ row }) => row && (row.title ?? row.documentId) },
  { heading: { fr: 'Adresse IP', en: 'IP address', cs: 'Adresa IP' }, value: ({ address }) => address },
  { heading: { fr: 'Code', en: 'Code', cs: 'Kód' }, value: ({ action }) => action },
];

const names: Worded = { fr: 'journal-des-acces', en: 'guest-access-trail', cs: 'historie-pristupu' };

async function* batches(strapi: Strapi, asked: Asked, reader: TrailReader): AsyncGenerator<readonly TrailLine[]> {
  if (!(await mayAsk(strapi, reader, asked))) return;
  let before: Cursor | null = null;
  for (;;) {
    const lines = await findLines(strapi, asked, before, linesAtOnce);
    const last = lines.at(-1);
    if (last === undefined) return;
    yield await presentLines(strapi, reader, lines);
    before = cursorAfter(last);
  }
}

/** The lines that a filter leaves, the newest first, as a table. That it was taken is noted first, and so is its first line. */
export const exportTrail = async (strapi: Strapi, asked: Asked, reader: TrailReader): Promise<Download> => {
  await record(strapi, { action: 'trail.exported', guest: null, actor: { kind: 'editor', name: reader.caller.name } });
  const pieces = asCsv(columnsOf(asked), batches(strapi, asked, reader), asked.locale);
  return new Download(`${names[asked.locale]}.csv`, 'text/csv', pieces);
};
