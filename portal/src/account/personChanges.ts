import type { BodyOf } from '../../../contract/endpoint';
import type { UpdateMe } from '../../../contract/me';
import type { Guest } from '../api/guestAccess';
import { isLocale } from '../language/chooseLocale';

export type PersonChanges = BodyOf<typeof UpdateMe>;

/** What a guest may say of themselves, as it stands in the form: an empty text where there is nothing. */
export interface PersonInput {
  readonly firstName: string;
  readonly lastName: string;
  readonly locale: Guest['locale'];
  readonly mobile: string;
  readonly country: string;
  readonly timeZone: string;
}

export const personInput = (guest: Guest): PersonInput => ({
  firstName: guest.firstName ?? '',
  lastName: guest.lastName,
  locale: guest.locale,
  mobile: guest.mobile ?? '',
  country: guest.country ?? '',
  timeZone: guest.timeZone ?? '',
});

const orNull = (text: string): string | null => text.trim() || null;

/** Only what was changed: what an editor changed meanwhile in another field stays. */
export const personChanges = (guest: Guest, input: PersonInput): PersonChanges => {
  const wanted = {
    firstName: orNull(input.firstName),
    lastName: input.lastName.trim(),
    locale: input.locale,
    mobile: orNull(input.mobile),
    country: orNull(input.country),
    timeZone: orNull(input.timeZone),
  };
  const changed = Object.entries(wanted).filter(
    ([name, value]) => value !== new Map<string, unknown>(Object.entries(guest)).get(name)
  );
  return Object.fromEntries(changed);
};

/** What was typed that differs from what is stored, as it stands in the form; null where nothing does. */
export const personTyped = (guest: Guest, input: PersonInput): Partial<PersonInput> | null => {
  const stored = new Map<string, string>(Object.entries(personInput(guest)));
  const typed = Object.entries(input).filter(([name, text]) => stored.get(name) !== text);
  return typed.length === 0 ? null : Object.fromEntries(typed);
};

/** What a draft changes of the form; null where nothing of it fits. */
export const personOfDraft = (stored: PersonInput, kept: unknown): Partial<PersonInput> | null => {
  if (typeof kept !== 'object' || kept === null) return null;
  const has = new Map<string, string>(Object.entries(stored));
  const taken = Object.entries(kept).filter(
    ([name, text]: [string, unknown]) =>
      typeof text === 'string' && has.has(name) && has.get(name) !== text && (name !== 'locale' || isLocale(text))
  );
  return taken.length === 0 ? null : Object.fromEntries(taken);
};
