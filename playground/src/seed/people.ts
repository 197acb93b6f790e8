import { companies, firstNames, lastNames } from './names';
import type { Random } from './random';

/** A contact as an editor types it into the plugin's form. */
export interface Person {
  lastName: string;
  firstName: string;
  company: { name: string } | null;
  email: string | null;
  phone: string | null;
  directLine: string | null;
  mobile: string | null;
  locale: 'fr' | 'en' | 'cs' | null;
}

const nothingElse = { directLine: null, mobile: null, locale: 'fr' as const };

/** The two in the table of the manual that editors know. */
export const fromTheManual: Person[] = [
  {
    lastName: 'NOA',
    firstName: 'Arthur',
    company: { name: 'Maison Premium' },
    email: 'chloe.philippot@noparking.net',
    phone: '02 23 23 23 23',
    ...nothingElse,
  },
  {
    lastName: 'ASSIA',
    firstName: 'Gabrielle',
    company: { name: 'Maison Premium' },
    email: 'gabrielle.assia@premium.net',
    phone: '02 23 23 23 23',
    ...nothingElse,
  },
];

/** Letters that an address may have: "Gwenaëlle Le Gall" becomes `gwenaelle.le-gall`. */
const inAddress = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');

const number = (random: Random, prefix: string) =>
  [prefix, ...Array.from({ length: 4 }, () => String(random.below(100)).padStart(2, '0'))].join(' ');

/** Contacts of the five companies, and a few who have none or cannot be written to. */
export const inventPeople = (random: Random, amount: number): Person[] =>
  Array.from({ length: amount }, (_, index) => {
    // Both lists have 20 names: the shift by the round keeps every pair different.
    const firstName = firstNames[index % firstNames.length] ?? '';
    const lastName = lastNames[(index * 7 + Math.floor(index / lastNames.length)) % lastNames.length] ?? '';
    const company = index % 13 === 12 ? null : random.pick(companies);
    const email = `${inAddress(firstName)}.${inAddress(lastName)}@${company?.domain ?? 'courriel.example'}`;
    return {
      lastName,
      firstName,
      company: company && { name: company.name },
      email: index % 11 === 10 ? null : email,
      phone: number(random, '02'),
      directLine: index % 3 === 0 ? number(random, '02') : null,
      mobile: index % 2 === 0 ? number(random, '06') : null,
      locale: index % 9 === 8 ? 'en' : 'fr',
    };
  });
