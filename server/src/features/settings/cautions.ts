import type { Settings, SettingsCaution } from '../../../../contract';
import { mailProviderOf, type Strapi } from '../../kernel';

/**
 * Hosts where anybody gets an address: those of https://github.com/mailcheck/mailcheck (its default domains that give
 * addresses to everybody), and the providers of France and the Czech Republic that are not among them.
 */
const freeMailHosts = new Set(
  (
    'aol.com gmail.com gmx.com gmx.net googlemail.com hotmail.com hotmail.co.uk hotmail.fr icloud.com live.com mac.com ' +
    'mail.com me.com msn.com outlook.com proton.me protonmail.com rocketmail.com yahoo.co.uk yahoo.com yahoo.fr ymail.com ' +
    'zoho.com bbox.fr free.fr gmx.fr laposte.net live.fr neuf.fr numericable.fr orange.fr outlook.fr sfr.fr wanadoo.fr ' +
    'atlas.cz centrum.cz email.cz gmx.de post.cz seznam.cz volny.cz web.de'
  ).split(' ')
);

/** Whether anybody gets an address at this domain, in the form it is compared in. */
export const isFreeMailHost = (rule: string): boolean => freeMailHosts.has(rule);

/**
 * Whether mail may leave this machine unencrypted, as far as the site's configuration tells: by Strapi's default provider,
 * or by nodemailer to another machine without TLS being required (what is only offered can be taken away on the way).
 */
export const isUnencrypted = (strapi: Strapi): boolean => {
  const { name, options } = mailProviderOf(strapi);
  if (name === 'sendmail') return true;
  if (name !== 'nodemailer') return false;
  const isLocal = ['127.0.0.1', '::1', 'localhost'].includes(String(options['host'] ?? 'localhost'));
  return !isLocal && (options['ignoreTLS'] === true || (options['secure'] !== true && options['requireTLS'] !== true));
};

/**
 * What the owner of a site should look at twice before strangers join (P4): allowed all the same. And that the logo they chose
 * once is not shown any more.
 */
export const cautionsOf = (
  strapi: Strapi,
  { joining: { mode, domains } }: Settings,
  isLogoLeftOut: boolean
): SettingsCaution[] => [
  ...(mode !== 'nobody' && isUnencrypted(strapi)
    ? [{ path: 'joining.mode', caution: 'unencrypted-mail' as const }]
    : []),
  ...domains.flatMap(({ domain }, index) =>
    isFreeMailHost(domain) ? [{ path: `joining.domains[${index}].domain`, caution: 'free-mail-domain' as const }] : []
  ),
  ...(isLogoLeftOut ? [{ path: 'brand.logoUrl', caution: 'logo-not-shown' as const }] : []),
];
