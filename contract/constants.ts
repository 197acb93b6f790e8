/*
 * What a browser needs of the contract at run time. This file imports nothing, so that the guest's page can take it
 * without the schema library.
 */

/** The languages every text of the product exists in; the first is the default. */
export const locales = ['fr', 'en', 'cs'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'fr';

/** The label in the reader's language, else in French. */
export const labelIn = (texts: Readonly<Record<Locale, string>>, language: Locale): string =>
  texts[language] || texts.fr;

/**
 * An access key: `gak_`, 30 base62 characters (178 bits), 6 base62 characters of CRC32 over what stands before.
 * Written down so that secret scanners can know it.
 */
export const accessKeyPattern = /^gak_[0-9A-Za-z]{36}$/;

/** A ticket for a look at the portal as a guest (N3): the form of a key under a prefix of its own. */
export const previewTicketPattern = /^gpt_[0-9A-Za-z]{36}$/;
