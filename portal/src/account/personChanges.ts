import type { BodyOf } from '../../../contract/endpoint';
import type { UpdateMe } from '../../../contract/sessions';
import type { Guest } from '../api/guestAccess';

export type PersonChanges = BodyOf<typeof UpdateMe>;

/** What a guest may say of himself, as it stands in the form: an empty text where there is nothing. */
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
