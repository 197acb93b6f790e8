let known: Promise<ReadonlySet<string>> | undefined;

/** The passwords that everybody tries first, in lower case; read from their library when one is first asked for. */
export const commonPasswords = (): Promise<ReadonlySet<string>> =>
  (known ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common'])));
