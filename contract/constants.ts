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

/** The secrets in the links of mails and invitations: proof of an address, setting a password, a shareable invitation. */
export const verificationPattern = /^gvt_[0-9A-Za-z]{36}$/;
export const resetPattern = /^grt_[0-9A-Za-z]{36}$/;
export const invitationPattern = /^gil_[0-9A-Za-z]{36}$/;

/** What a password has to be, beside being no common one and none made of its owner's name or address. */
export interface PasswordPolicy {
  /** In characters (Unicode code points), as typed. */
  readonly minLength: number;
  readonly maxLength: number;
  /** At least one lower-case and one upper-case letter, one digit and one other character. */
  readonly classes: boolean;
}

/**
 * The policies to choose from: `long` is ours, `usual` that of collaboration suites (P1), `mixed` that of client areas with
 * character classes (D2).
 */
export const passwordPolicies = {
  long: { minLength: 12, maxLength: 120, classes: false },
  usual: { minLength: 8, maxLength: 120, classes: false },
  mixed: { minLength: 6, maxLength: 120, classes: true },
} as const satisfies Record<string, PasswordPolicy>;
export type PasswordPolicyName = keyof typeof passwordPolicies;
export const passwordPolicyNames = ['long', 'usual', 'mixed'] as const;

/** A password that an editor gives for the first login may be this short, whatever the policy: it has to be changed then. */
export const temporaryPasswordMin = 8;

/** Why a password is refused, for the person who typed it; `unchanged`: it is the one they have. */
export const passwordFaults = ['too-short', 'too-long', 'classes', 'common', 'own-name', 'unchanged'] as const;
export type PasswordFault = (typeof passwordFaults)[number];

/** What one can say of a password without a dictionary; the server says the rest. */
export const plainFaultsOf = (password: string, policy: PasswordPolicy): PasswordFault[] => {
  const length = [...password].length;
  const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];
  return [
    ...(length < policy.minLength ? (['too-short'] as const) : []),
    ...(length > policy.maxLength ? (['too-long'] as const) : []),
    ...(policy.classes && !classes.every((one) => one.test(password)) ? (['classes'] as const) : []),
  ];
};

/** The ways in that a site can open. `key`: access keys; `password`; `join`: an address at an allowed domain. */
export const doors = ['key', 'password', 'join'] as const;
export type Door = (typeof doors)[number];

/** A ticket for a look at the portal as a guest (N3): the form of a key under a prefix of its own. */
export const previewTicketPattern = /^gpt_[0-9A-Za-z]{36}$/;

/** A colour as the settings keep it. */
export const colourPattern = /^#[0-9a-f]{6}$/;

/**
 * The header by which a page says for whom it was drawn. Where the session that comes with the request is another's, it is
 * refused (409 `other_guest`), and nothing is read or changed.
 */
export const guestHeader = 'Guest-Access-Guest';

/** What stands in it, no secret: whose session it is, by `GET /me`, and whether an editor looks as them. */
export const drawnFor = (documentId: string, isPreview: boolean): string =>
  isPreview ? `${documentId}:preview` : documentId;
