import { array, boolean, mixed, object, string } from 'yup';
import { endpoint } from './endpoint';
import { locale } from './locales';

/** Every message that the product sends, by kind. */
export const messageKinds = [
  'access-key',
  'guest-invitation',
  'password-reset',
  'password-changed',
  'email-confirm',
  'email-change-asked',
  'email-changed',
  'email-undo',
  'join-confirm',
  'already-guest',
  'access-joined',
  'guest-approved',
  'guest-arrived',
  'guest-waiting',
] as const;
export type MessageKind = (typeof messageKinds)[number];
export const messageKind = mixed<MessageKind>().oneOf([...messageKinds]);

/**
 * What can be wrong with words of the site's own (`mailTexts`, and the preview): the `message` of an entry of
 * `details.errors`, whose `path` ends in `subject` or `body`; `value` is the piece of text that it is about, where there is one.
 * `link-not-alone`: `{{link}}` stands in a line with other words, or in the subject. `optional-in-subject`: it may be
 * missing, and is no name of a person (a subject whose name is missing gives way to the plugin's).
 */
export const mailTextProblems = [
  'unknown-placeholder',
  'malformed-placeholder',
  'missing-link',
  'link-not-alone',
  'optional-in-subject',
] as const;
export type MailTextProblem = (typeof mailTextProblems)[number];

/** A message as the settings show it: its own words in each language, and the placeholders that may stand in them. */
export const mailTemplate = object({
  kind: messageKind.required(),
  variables: array(
    object({
      name: string().required(),
      /** Whether a message may lack it; a paragraph with a missing one is left out. */
      optional: boolean().required(),
    }).required()
  ).required(),
  wordings: array(
    object({ locale: locale.required(), subject: string().required(), body: string().required() }).required()
  ).required(),
});

/** GET /mails — the messages with the plugin's own words, as the start of words of the site's own. */
export const ListMails = endpoint('ListMails', {
  response: object({ mails: array(mailTemplate.required()).required() }),
});

/**
 * POST /mails/:kind/preview — how a message looks with invented values. `subject` and `body` are tried without being saved;
 * 400 `invalid_settings` where they name something that there is not. Sends nothing.
 */
export const PreviewMail = endpoint('PreviewMail', {
  params: object({ kind: messageKind.required() }).noUnknown(),
  body: object({
    locale: locale.required(),
    subject: string().strict().max(200).optional(),
    body: string().strict().max(5_000).optional(),
  }).noUnknown(),
  response: object({ subject: string().required(), text: string().required(), html: string().required() }),
});
