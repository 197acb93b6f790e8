import { array, number, object, string, boolean } from 'yup';
import { typedText } from './contacts';
import { endpoint, eventStream, nothing } from './endpoint';
import { countryCode, timeZone } from './guests';
import { locale } from './locales';

export const guestSelf = object({
  documentId: string().required(),
  firstName: string().nullable().defined(),
  lastName: string().required(),
  locale: locale.required(),
  email: string().nullable().defined(),
  login: string().nullable().defined(),
  title: string().nullable().defined(),
  mobile: string().nullable().defined(),
  country: string().nullable().defined(),
  timeZone: string().nullable().defined(),
  photoUrl: string().nullable().defined(),
  /** Whether they can change their password and address themselves. */
  hasPassword: boolean().required(),
  /** Who is looking, where an editor sees the portal as this guest (N3): nothing can be changed, and it ends soon. */
  preview: object({ editorName: string().required(), endsAt: string().required() }).nullable().defined(),
});

/** GET /me — who is logged in. */
export const GetMe = endpoint('GetMe', { response: guestSelf });

/** PATCH /me — what is left out stays as it is. 429 `too_many_requests` where they change it all the time. */
export const UpdateMe = endpoint('UpdateMe', {
  body: object({
    firstName: typedText(120).nullable().optional(),
    lastName: typedText(120).min(1).optional(),
    locale: locale.optional(),
    mobile: typedText(40).nullable().optional(),
    country: countryCode.nullable().optional(),
    timeZone: timeZone.nullable().optional(),
  }).noUnknown(),
  response: guestSelf,
});

/** GET /colleagues — the other guests this one may know of (D5). */
export const ListColleagues = endpoint('ListColleagues', {
  response: object({
    colleagues: array(
      object({
        firstName: string().nullable().defined(),
        lastName: string().required(),
        companyName: string().nullable().defined(),
      }).required()
    ).required(),
  }),
});

/**
 * GET /me/stream — tells the guest's page what to read again. `access`: what they may see is of this version now; told as the stream
 * begins, and with each change. `account`: something of their own account is not what it was (their details, their address,
 * their password, their sessions). 429 `too_many_requests` where they listen too often already, 503 `streams_full`.
 */
export const StreamMe = eventStream('StreamMe', {
  access: object({ version: number().required() }),
  account: nothing,
});
