import { boolean, number, object, string, type InferType } from 'yup';
import { settings } from '../../../contract';
import { isPhoneCountry } from './phone';
import { derivePepper } from './secrets';
import { PLUGIN, type Strapi } from './strapi';

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
/** Whether what is sent there cannot be read on the way: encrypted, or on this machine. */
const isSafeOrigin = (text: string): boolean =>
  isWebAddress(text) && (text.startsWith('https:') || ['127.0.0.1', 'localhost'].includes(new URL(text).hostname));

/** What only the site's code decides: `config/plugins.ts`, under `guest-access.config`. Read once, at boot. */
const schema = object({
  /** What the site is called where guests read it: the portal, the mails. Its host name where it is left out. */
  name: string().trim().min(1).max(80).optional(),
  /** At least 32 characters. Digests of keys and sessions hang on it: another secret, and every key is dead. */
  secret: string().min(32, 'secret: at least 32 characters').optional(),
  /** The site's public address, `https://www.example.com`; links are built from it and from nothing else. */
  url: string()
    .transform((text: string) => text.replace(/\/+$/, ''))
    .test(
      'web-address',
      'url: an address such as https://www.example.com',
      (text) => text === undefined || isWebAddress(text)
    )
    .optional(),
  /** The country in which telephone numbers are read that name none themselves: two letters of ISO 3166-1. */
  phoneCountry: string()
    .test('country', 'phoneCountry: two letters such as FR', (code) => code !== undefined && isPhoneCountry(code))
    .default('FR'),
  portal: object({
    /** Off where the site has a front end of its own. */
    enabled: boolean().default(true),
    path: string()
      .matches(/^(\/[a-z0-9-]+)+$/, 'portal.path: such as /guest')
      .default('/guest'),
  }).noUnknown(),
  /** Patterns of links, for a site with a front end of its own; `{key}` or `{token}` is replaced. */
  links: object({
    key: string().optional(),
    /** A shareable invitation link. */
    invitation: string().optional(),
    /** The link of a mail by which one sets a password. */
    setPassword: string().optional(),
    /** The link of a mail by which joining goes on. */
    join: string().optional(),
    /** The link of a mail that proves a new address. */
    confirmEmail: string().optional(),
    /** The link of a mail that brings a former address back. */
    undoEmail: string().optional(),
    /** Where guests log in; no secret in it. */
    login: string().optional(),
  }).noUnknown(),
  sessions: object({
    idleMinutes: number()
      .integer()
      .min(5)
      .default(12 * 60),
    maxDays: number().integer().min(1).default(30),
  }).noUnknown(),
  /** Limits on what strangers may try. Off only for measurements. */
  limits: object({
    enabled: boolean().default(true),
    /** Refused keys, per address and quarter of an hour. */
    keyFailuresPerAddress: number().integer().min(1).default(20),
    /** Wrong passwords, per address and quarter of an hour. */
    passwordFailuresPerAddress: number().integer().min(1).default(30),
    /** Wrong passwords for one account from one address, per quarter of an hour. */
    passwordFailuresPerAccount: number().integer().min(1).default(10),
    /** Changes that a guest makes of their own profile, per quarter of an hour. */
    profileChangesPerGuest: number().integer().min(1).default(30),
    /** What a stranger may ask to be mailed (joining, invitations, lost passwords), per address and quarter of an hour. */
    requestsPerAddress: number().integer().min(1).default(30),
    /** Mails to others that one asker causes, per hour: a guest, or an address (IPv6: per /64). */
    mailsPerAsker: number().integer().min(1).default(60),
    /** Mails that strangers cause to one mailbox, whatever tag is put to it, per hour; what is beyond is not sent, and nobody is told. */
    mailsPerRecipient: number().integer().min(1).default(5),
    /** Mails that strangers cause to one registered domain and all below it, per hour. */
    mailsPerDomain: number().integer().min(1).default(200),
    /** Mails that strangers cause in all, per hour. */
    mailsInAll: number().integer().min(1).default(1000),
    /** Arrivals that one editor is told of by mail, per hour; the panel shows all of them. */
    arrivalMailsPerEditor: number().integer().min(1).default(20),
  }).noUnknown(),
  mail: object({
    /** How often the outbox looks for messages that fell due. */
    pollSeconds: number().integer().min(1).max(3600).default(15),
    enabled: boolean().default(true),
  }).noUnknown(),
  jobs: object({
    /** How often an instance looks for work that fell due, or that another instance wrote. */
    pollSeconds: number().integer().min(1).max(3600).default(15),
  }).noUnknown(),
  /** Contacts out of Google. The client's id stands in the settings. */
  google: object({
    /** Google's for that client. From the environment: it is a password. */
    clientSecret: string().min(1).max(200).optional(),
    /** Another server in the place of Google's, for tests: `http://127.0.0.1:8080`. */
    origin: string()
      .test('safe-origin', 'google.origin: https, or this machine', (text) => text === undefined || isSafeOrigin(text))
      .optional(),
  }).noUnknown(),
  /**
   * Whether contacts, companies, guests and accesses outlast a start without the plugin. Off for one start before it is removed
   * for good: Strapi then drops their tables.
   */
  keepData: boolean().default(true),
  /** The settings of the first boot; afterwards they are kept in the admin panel. */
  settings: settings.optional().default(undefined),
}).noUnknown();

export type Config = InferType<typeof schema>;

export const configDefaults = schema.getDefault() as object;

/** @throws with the path of what is wrong; Strapi then refuses to start. */
export const validateConfig = (config: unknown): void => {
  schema.validateSync(config, { stripUnknown: false });
};

const parsed = new WeakMap<Strapi, Config>();
export const configOf = (strapi: Strapi): Config => {
  const known = parsed.get(strapi);
  if (known) return known;
  const config = schema.validateSync(strapi.config.get(`plugin::${PLUGIN}`));
  parsed.set(strapi, config);
  return config;
};

/** Where the site is, as people reach it. */
export const siteUrl = (strapi: Strapi): string =>
  (configOf(strapi).url ?? strapi.config.get<string>('server.absoluteUrl', 'http://localhost:1337')).replace(
    /\/+$/,
    ''
  );

/** What the site is called, for people. */
export const siteName = (strapi: Strapi): string => configOf(strapi).name ?? new URL(siteUrl(strapi)).host;

const peppers = new WeakMap<Strapi, Buffer>();

/**
 * The key of all digests. In development a site without a secret gets one from its application keys, with a warning;
 * in production it does not start.
 */
export const pepperOf = (strapi: Strapi): Buffer => {
  const known = peppers.get(strapi);
  if (known) return known;
  const { secret } = configOf(strapi);
  if (secret === undefined) {
    const advice = `Set plugins['${PLUGIN}'].config.secret (32 characters or more, for example from: openssl rand -hex 32).`;
    if (process.env.NODE_ENV === 'production') throw new Error(`${PLUGIN}: no secret. ${advice}`);
    strapi.log.warn(`${PLUGIN}: no secret is set; one is derived from the application keys. ${advice}`);
  }
  const pepper = derivePepper(
    secret ?? strapi.config.get<string[]>('app.keys', strapi.config.get('server.app.keys', [])).join()
  );
  peppers.set(strapi, pepper);
  return pepper;
};
