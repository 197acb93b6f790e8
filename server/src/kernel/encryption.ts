import type { Strapi } from './strapi';

interface Encryption {
  encrypt(text: string): string | null;
  decrypt(text: string): string | null;
}

/** Strapi's own way to keep a secret that can be shown again, as it does its API tokens. Null without an encryption key. */
export const encryptionOf = (strapi: Strapi): Encryption | null =>
  strapi.config.get('admin.secrets.encryptionKey')
    ? (strapi.service('admin::encryption') as unknown as Encryption)
    : null;
