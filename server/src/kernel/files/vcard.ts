import ICAL from 'ical.js';

/** A person in an address book. What is null or empty is left out. */
export interface Card {
  /** Stays the same for the same person: an address book knows by it whom it has already. */
  readonly uid: string;
  readonly lastName: string;
  readonly firstName: string | null;
  readonly company: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly phones: readonly { readonly type: 'work' | 'cell' | 'voice'; readonly number: string | null }[];
  readonly language: string | null;
  /** When it was last changed, in ISO 8601. */
  readonly changedAt: string;
}

type Property = [name: string, parameters: object, type: string, value: string | string[]];

const text = (name: string, value: string | null, parameters: object = {}): Property[] =>
  value === null || value === '' ? [] : [[name, parameters, 'text', value]];

/** RFC 6350, 4.3.5: `20261127T093000Z`. */
const instant = (iso: string): string => iso.replace(/[-:]|\.\d+/g, '');

const written = (card: Card): string => {
  const { uid, lastName, firstName, company, title, email, phones, language, changedAt } = card;
  const properties: Property[] = [
    ['version', {}, 'text', '4.0'],
    ['uid', {}, 'text', uid],
    ['fn', {}, 'text', [firstName, lastName].filter(Boolean).join(' ')],
    ['n', {}, 'text', [lastName, firstName ?? '', '', '', '']],
    ...text('org', company),
    ...text('title', title),
    ...text('email', email),
    ...phones.flatMap(({ type, number }) => text('tel', number, { type })),
    ...text('lang', language),
    ['rev', {}, 'text', instant(changedAt)],
  ];
  return `${new ICAL.Component(['vcard', properties, []]).toString()}\r\n`;
};

/** Batches of people as vCards 4.0 (RFC 6350), piece by piece. */
export async function* asVcards<Row>(
  batches: AsyncIterable<readonly Row[]>,
  cardOf: (row: Row) => Card
): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map((row) => written(cardOf(row))).join('');
}
