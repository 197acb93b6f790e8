import { number, object, string } from 'yup';
import { shownAccess } from './contact-access';
import { documentId, endpoint } from './endpoint';

export { accessKeyPattern } from './constants';

const contactParams = object({ contactId: documentId.required() }).noUnknown();
const version = number().strict().integer().min(0).required();

/**
 * POST /contacts/:contactId/key — obtain or regenerate: the old key is dead at once. The link is in this answer. Where there
 * is no access yet, or it is closed or waits, this opens it: that takes `access.manage`, 403 `access_decides` without. A live
 * key is regenerated at any `version`; obtaining one, or opening the access by it, is 409 `conflict` where another editor was
 * first.
 */
export const IssueKey = endpoint('IssueKey', {
  params: contactParams,
  body: object({ version, expiresAt: string().strict().datetime().nullable().optional() }).noUnknown(),
  response: object({ access: shownAccess.required(), link: string().required() }),
});

/** POST /contacts/:contactId/key/reveal — the link again; 409 `key_not_shown_again` where the site has no encryption key. */
export const RevealKey = endpoint('RevealKey', {
  params: contactParams,
  response: object({ link: string().required() }),
});

/**
 * PUT /contacts/:contactId/key — another last moment for the key there is, or none; the link stays as it was. A key that had expired
 * lets in again; sessions that it opened end with it. 409 `no_key` without one.
 */
export const ProlongKey = endpoint('ProlongKey', {
  params: contactParams,
  body: object({ expiresAt: string().strict().datetime().nullable().defined() }).noUnknown(),
  response: shownAccess,
});

/** DELETE /contacts/:contactId/key — the key is dead and the sessions it opened end; the grants stay. */
export const RevokeKey = endpoint('RevokeKey', {
  params: contactParams,
  response: shownAccess,
});

/**
 * POST /contacts/:contactId/key/send — mails the link to the guest's own proved address, else to the contact's
 * (`sendsKeyTo`). 409 `no_address` without either, 409 `no_key` without a live key; 403 `access_decides` where the contact's
 * address was set by somebody who may not give accesses, and the caller may not either. Where the site cannot show a key again, a new one is made as the mail is
 * sent, and the old one dies then.
 */
export const SendKey = endpoint('SendKey', {
  params: contactParams,
  response: shownAccess,
});
