import { number, object, string } from 'yup';
import { contactAccess } from './access';
import { documentId, endpoint } from './endpoint';

export { accessKeyPattern } from './constants';

const contactParams = object({ contactId: documentId.required() }).noUnknown();
const version = number().strict().integer().min(0).required();

/** POST /contacts/:contactId/key — obtain or regenerate: the old key is dead at once, the access is open. The link is in this answer. */
export const IssueKey = endpoint({
  method: 'POST',
  path: '/contacts/:contactId/key',
  audience: { admin: 'keys.issue' },
  params: contactParams,
  body: object({ version, expiresAt: string().strict().datetime().nullable().optional() }).noUnknown(),
  response: object({ access: contactAccess.required(), link: string().required() }),
});

/** POST /contacts/:contactId/key/reveal — the link again; 409 `key_not_shown_again` where the site has no encryption key. */
export const RevealKey = endpoint({
  method: 'POST',
  path: '/contacts/:contactId/key/reveal',
  audience: { admin: 'keys.issue' },
  params: contactParams,
  response: object({ link: string().required() }),
});

/** DELETE /contacts/:contactId/key — the key is dead and the sessions it opened end; the grants stay. */
export const RevokeKey = endpoint({
  method: 'DELETE',
  path: '/contacts/:contactId/key',
  audience: { admin: 'keys.revoke' },
  params: contactParams,
  response: contactAccess,
});

/**
 * POST /contacts/:contactId/key/send — mails the link to the contact, in his language. 409 `no_address` without an
 * address, 409 `no_key` without a live key. Where the site cannot show a key again, a new one is made as the mail is
 * sent, and the old one dies then.
 */
export const SendKey = endpoint({
  method: 'POST',
  path: '/contacts/:contactId/key/send',
  audience: { admin: 'keys.send' },
  params: contactParams,
  response: contactAccess,
});
