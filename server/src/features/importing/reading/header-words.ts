import { fold, type ImportField, type NameOrder } from '../../../../../contract';

/** Nothing that a person's programs write over a column is longer. */
const headerCharsMax = 100;

/** A header as its words are looked for: without case and accents, one space for every other sign. «E-mail (práce)»: `e mail prace`. */
export const headerWords = (header: string): string =>
  fold(header.slice(0, headerCharsMax))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Numbers that are no person's telephone. */
const otherNumber =
  /\b(?:fax\w*|telecopie\w*|telex|pager\w*|isdn|rnis|tty|radio\w*|recepteur|callback|rappel|car|voiture|aut[ao]|assistants?|asistent\w*)\b/;
const mobile = /\b(?:mobil\w*|portables?|gsm|cell\w*|iphone)\b/;
const direct = /\b(?:direct|directe|directs|ddi|prima|primy|linka|klapka)\b/;
const anyPhone = /\b(?:phones?|telephones?|tel|telefon\w*)\b/;

export type PhoneField = 'phone' | 'directLine' | 'mobile';

/**
 * Of what kind a telephone is, by the words beside it («Mobile», «Work Fax», TYPE=CELL); null where it is none to call a person at.
 */
export const phoneFieldOf = (words: string): PhoneField | null => {
  if (otherNumber.test(words)) return null;
  if (mobile.test(words)) return 'mobile';
  return direct.test(words) ? 'directLine' : 'phone';
};
const isAboutPhones = (words: string): boolean =>
  [otherNumber, mobile, direct, anyPhone].some((pattern) => pattern.test(words));

const notThePerson =
  /\b(?:assistants?|asistent\w*|managers?|responsable|vedouci\w*|nadrizen\w*|spouse|conjoint\w*|manzel\w*|children|enfants|deti|phonetic|yomi|nick\w*|surnom|prezdivk\w*|middle|additional|deuxieme|druhe jmeno|prostredni|prefix|suffix\w*|account|user|screen|messenger\w*|referred)\b/;
const email = /\b(?:e ?mail\w*|mail|courriel|messagerie|elektronick\w* post\w*)\b/;
const notAnAddress = /\b(?:type|typ|label|display|nom|name|jmeno|zobrazov\w*|server)\b/;
const street =
  /\b(?:street|rue|ulice|city|ville|mesto|zip|code|psc|state|country|pays|zeme|region|po box|web|site|url)\b/;
const label = /\b(?:type|typ|label|libelle|stitek)\b/;
const company =
  /^(?:company|organi[sz]ation|societe|entreprise|organisme|raison sociale|firma|spolecnost|organizace)(?: 1)?(?: (?:name|nom|nazev))?$|^(?:nom de la societe|nom de l entreprise|nazev (?:firmy|spolecnosti))$/;
const locale = /^(?:languages?|locale|lang|langues?|jazyky?)$/;
const firstName = /\b(?:first ?name|given ?name|forename|prenoms?|krestni)\b/;
const lastName = /\b(?:last ?name|family ?name|surname|nom de famille|prijmeni)\b/;
const fullName =
  /^(?:full ?name|display ?name|nom complet|nom affiche|nom a afficher|nom d affichage|cele jmeno|zobrazovane jmeno|contact|kontakt)$/;

/** What a header means by itself. `name` and `jmeno` wait for the columns beside them. */
export type HeaderMeaning =
  { readonly field: ImportField | null; readonly nameOrder?: NameOrder } | { readonly field: 'name' | 'jmeno' };

const fullNameOf = (words: string): HeaderMeaning | null => {
  if (fullName.test(words)) return { field: 'fullName' };
  const first = words.search(/\b(?:first ?name|first|prenoms?|jmeno)\b/);
  const last = words.search(/\b(?:last ?name|last|nom|surname|prijmeni)\b/);
  return first < 0 || last < 0 ? null : { field: 'fullName', nameOrder: first < last ? 'first-last' : 'last-first' };
};

/** What stands under a header, by its words in French, English and Czech. Undefined where they say nothing. */
export const meaningOf = (header: string): HeaderMeaning | undefined => {
  const words = headerWords(header);
  if (notThePerson.test(words)) return { field: null };
  if (email.test(words)) return { field: notAnAddress.test(words) && !/\bvalue\b/.test(words) ? null : 'email' };
  if (street.test(words)) return { field: null };
  if (isAboutPhones(words)) return { field: label.test(words) ? 'phoneKind' : phoneFieldOf(words) };
  if (company.test(words)) return { field: 'company' };
  if (locale.test(words)) return { field: 'locale' };
  const whole = fullNameOf(words);
  if (whole !== null) return whole;
  if (firstName.test(words)) return { field: 'firstName' };
  if (lastName.test(words)) return { field: 'lastName' };
  if (words === 'nom' || words === 'name') return { field: 'name' };
  return words === 'jmeno' ? { field: 'jmeno' } : undefined;
};
