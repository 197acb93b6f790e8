import type { Strapi } from './app';

/** How the site sends its mail, as `config/plugins` has it. */
export interface MailProvider {
  /** Strapi's own is `sendmail`. */
  readonly name: string;
  /** The provider's, whatever they are. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly defaultFrom: unknown;
}

export const mailProviderOf = (strapi: Strapi): MailProvider => ({
  name: strapi.config.get<string>('plugin::email.provider', 'sendmail'),
  options: strapi.config.get<Record<string, unknown>>('plugin::email.providerOptions', {}),
  defaultFrom: strapi.config.get<unknown>('plugin::email.settings.defaultFrom', null),
});

/** A message as Strapi's e-mail plugin takes it. */
export interface Email {
  readonly from?: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: object;
}

interface EmailService {
  send(email: Email): Promise<unknown>;
}

/** Hands a message to the site's provider. @throws what the provider throws */
export const sendEmail = async (strapi: Strapi, email: Email): Promise<void> => {
  await strapi.plugin('email').service<EmailService>('email').send(email);
};
