import { mailProviderOf, PLUGIN, type Strapi } from '../../kernel';

/** Says at boot what is wrong with how the site sends its mail. */
export const warnOfProvider = (strapi: Strapi): void => {
  const { name, options } = mailProviderOf(strapi);
  // Strapi's default provider speaks to the receivers' servers itself, without TLS.
  if (name === 'sendmail') {
    strapi.log.warn(
      `${PLUGIN}: mail goes out through the default provider "sendmail", unencrypted. Access keys travel in it: configure a provider with TLS.`
    );
  }
  // By itself nodemailer's pool repeats a message for ever whose connection was closed, beside the outbox and unseen by it.
  if (name === 'nodemailer' && options['pool'] === true && options['maxRequeues'] !== 0) {
    strapi.log.warn(
      `${PLUGIN}: the mail provider has "pool: true" without "maxRequeues: 0": a message may go out several times.`
    );
  }
};
