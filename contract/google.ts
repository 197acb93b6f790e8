import { mixed, object, string } from 'yup';
import { endpoint } from './endpoint';
import { importPlan } from './importing';

/*
 * Contacts out of Google by OAuth: the authorization code grant with PKCE (RFC 6749, RFC 7636), for a look at the contacts of whoever consents.
 * What is read becomes an import like any other.
 */

/** What the owner of the site has to set up first. */
export const googleLacks = ['client-id', 'client-secret'] as const;
export type GoogleLack = (typeof googleLacks)[number];

/** GET /import/google — whether contacts can be taken from Google by consent, or what is missing. */
export const GetGoogleImport = endpoint('GetGoogleImport', {
  response: object({
    missing: mixed<GoogleLack>()
      .oneOf([...googleLacks])
      .nullable()
      .defined(),
  }),
});

/**
 * POST /import/google/start — the page at Google on which the caller consents. It leads back to the panel, with a state that is good for ten
 * minutes, once, for the caller. `secret` is for the browser that began, which keeps it to itself: whoever comes back without it is another
 * one. 409 `google_off` where it is not set up; 409 `conflict` where the editor has twenty imports that were neither applied nor deleted.
 */
export const StartGoogleImport = endpoint('StartGoogleImport', {
  response: object({ address: string().required(), secret: string().required() }),
});

/** What Google has put into the address by which it leads back. */
const said = string().strict().max(2_000).nullable().default(null);

/**
 * POST /import/google/finish — reads the contacts of whoever consented, and has them checked as any other import. Nothing of the consent is kept.
 * It may take most of a minute. 409 `google_over`: the state is unknown, used, out of date, another caller's or another browser's, or the settings
 * have changed since; 409 `google_denied`: there was no consent to the contacts; 409 `google_rejects`: Google does not accept the site's client;
 * 409 `google_api_off`: the People API is off in the site's project at Google; 409 `google_empty`, `google_too_large`; 409 `google_off`, `conflict`
 * as at the start; 503 `google_unreachable`, `google_busy`.
 */
export const FinishGoogleImport = endpoint('FinishGoogleImport', {
  body: object({
    state: string().strict().max(200).required(),
    secret: string().strict().max(200).required(),
    code: said,
    error: said,
    /** Who answered (RFC 9207). */
    iss: said,
  }).noUnknown(),
  response: importPlan,
});
