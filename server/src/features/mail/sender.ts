import { mailProviderOf, siteName, type Strapi } from '../../kernel';
import { printable } from './typed';

/** Providers that encode what is not ASCII themselves: the others may refuse such a sender (RFC 5322, RFC 2047). */
const encoding = ['nodemailer', 'sendmail'];

/**
 * The sender as the header `From` has it, `"Atelier Nord" <acces@example.com>`, or undefined where the provider's own stands: it
 * has a name already, none is configured, or the provider may not take this one.
 * @param defaultFrom as `config/plugins` has it
 */
export const namedSender = (defaultFrom: unknown, name: string, provider: string): string | undefined => {
  if (typeof defaultFrom !== 'string' || !/^[^\s<>"@,]+@[^\s<>"@,]+$/.test(defaultFrom.trim())) return undefined;
  const shown = printable(name)
    .replace(/["\\<>]/g, '')
    .trim();
  const isPlain = /^[\x20-\x7e]*$/.test(shown);
  if (shown === '' || !(isPlain || encoding.includes(provider))) return undefined;
  return `"${shown}" <${defaultFrom.trim()}>`;
};

/** Whom the site's mails come from, by name. */
export const senderOf = (strapi: Strapi): { from?: string } => {
  const { name, defaultFrom } = mailProviderOf(strapi);
  const from = namedSender(defaultFrom, siteName(strapi), name);
  return from === undefined ? {} : { from };
};
