import { readCardLines } from './card-lines';
import { partsOf, propertyOf, unescaped, type CardProperty } from './card-property';
import type { Bytes, CardFormat } from './format';
import { headerWords, phoneFieldOf } from './header-words';
import type { Values } from './person';

/** A card of a file; `values` is null where it is cut off, or has more properties than a person has. */
export interface Card {
  /** The line of the file that it begins on, from 1. */
  readonly line: number;
  readonly values: Values | null;
}

const propertiesMax = 1_000;
const read = new Set(['N', 'FN', 'ORG', 'EMAIL', 'TEL', 'LANG', 'X-ABLABEL']);

/** Of properties that say the same in several languages, the first. */
const withoutAlternatives = (properties: readonly CardProperty[]): CardProperty[] => {
  const seen = new Set<string>();
  return properties.filter(({ name, parameters }) => {
    const id = parameters.get('ALTID');
    if (id === undefined) return true;
    const isNew = !seen.has(`${name} ${id}`);
    seen.add(`${name} ${id}`);
    return isNew;
  });
};

/** What is preferred comes first, the rest in the order of the card: PREF=1 to PREF=100, or TYPE=PREF. */
const preferenceOf = ({ parameters }: CardProperty): number => {
  const stated = Number.parseInt(parameters.get('PREF') ?? '', 10);
  if (stated >= 1) return stated;
  return /\bpref\b/i.test(parameters.get('TYPE') ?? '') ? 1 : 101;
};

const valuesOf = (card: readonly CardProperty[]): Values => {
  const properties = withoutAlternatives(card).sort((one, other) => preferenceOf(one) - preferenceOf(other));
  const all = (name: string): CardProperty[] => properties.filter((one) => one.name === name);
  const texts = (name: string): string[] =>
    all(name)
      .map(({ value }) => unescaped(value).trim())
      .filter((text) => text !== '');
  const labels = new Map(all('X-ABLABEL').map(({ group, value }) => [group, value]));

  const [lastName = '', firstName = ''] =
    all('N')
      .map(({ value }) => partsOf(value))
      .find((parts) => parts.some((part) => part !== '')) ?? [];
  const companies = all('ORG').map(({ value }) => partsOf(value)[0] ?? '');
  const numbers = { phone: new Array<string>(), directLine: new Array<string>(), mobile: new Array<string>() };
  for (const { group, parameters, value } of all('TEL')) {
    const field = phoneFieldOf(
      headerWords(`${parameters.get('TYPE') ?? ''} ${group === '' ? '' : (labels.get(group) ?? '')}`)
    );
    const number = unescaped(value)
      .replace(/^tel:([^;]*)[^]*$/i, '$1')
      .trim();
    if (field !== null && number !== '') numbers[field].push(number);
  }
  const filled = (list: readonly string[]): string[] => list.filter((text) => text !== '');
  return {
    lastName: filled([lastName]),
    firstName: filled([firstName]),
    fullName: texts('FN'),
    company: filled(companies),
    email: texts('EMAIL').map((text) => text.replace(/^mailto:/i, '')),
    ...numbers,
    locale: texts('LANG').slice(0, 1),
  };
};

/**
 * The cards of a file, vCard 2.1, 3.0 and 4.0, mixed too. What stands outside of cards and what is no property is passed over; a card within a card (AGENT) is
 * another person's, and passed over too. Of a card that has no end nobody knows what is missing: half an address may be a whole one of somebody
 * else's. Throws what the source throws. Holds a card at a time.
 */
export async function* readCards(bytes: Bytes, format: CardFormat): AsyncGenerator<Card> {
  const encoding = format.encoding.startsWith('utf-16') ? 'utf-8' : format.encoding;
  let card: { line: number; properties: CardProperty[] } | null = null;
  let depth = 0;
  let isAgent = false;
  for await (const { line, text } of readCardLines(bytes, format)) {
    const [, edge] = /^(BEGIN|END):VCARD\s*$/i.exec(text) ?? [];
    if (edge?.toUpperCase() === 'BEGIN') {
      if (card !== null && isAgent) depth++;
      else {
        if (card !== null) yield { line: card.line, values: null };
        card = { line, properties: [] };
        depth = 0;
      }
    } else if (edge !== undefined) {
      if (depth > 0) depth--;
      else if (card !== null) {
        yield { line: card.line, values: card.properties.length > propertiesMax ? null : valuesOf(card.properties) };
        card = null;
      }
    } else if (card !== null && depth === 0 && card.properties.length <= propertiesMax) {
      const property = propertyOf(text, encoding);
      if (property !== null && read.has(property.name)) card.properties.push(property);
    }
    isAgent = /^AGENT(?:;[^:]*)?:\s*$/i.test(text) || (isAgent && text === '');
  }
  if (card !== null) yield { line: card.line, values: null };
}
