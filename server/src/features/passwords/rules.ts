import {
  fold,
  passwordPolicies,
  plainFaultsOf,
  temporaryPasswordMin,
  type PasswordFault,
  type PasswordPolicy,
  type PasswordPolicyName,
} from '../../../../contract';

/** `temporary`: an editor gives it for the first login, at which it has to be changed. */
export type PasswordKind = 'chosen' | 'temporary';

export const policyOf = (name: PasswordPolicyName, kind: PasswordKind): PasswordPolicy =>
  kind === 'chosen'
    ? passwordPolicies[name]
    : { ...passwordPolicies[name], minLength: temporaryPasswordMin, classes: false };

/** A shorter part of a name stands in many words by chance. */
const partMin = 4;

/** The words that names and addresses consist of. */
export const nameParts = (about: readonly (string | null | undefined)[]): string[] => [
  ...new Set(
    about.flatMap((text) =>
      fold(text ?? '')
        .split(/[^\p{L}]+/u)
        .filter((part) => part.length >= partMin)
    )
  ),
];

/** A word that everybody tries, with this much around it, is still one. */
const decorationMax = 4;

/** The word within what people put around it to have digits and signs: `2024`, `!`, `123`. */
const bare = (folded: string): string => {
  const word = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return word.length >= partMin && folded.length - word.length <= decorationMax ? word : folded;
};

/** `abcabcabc` is `abc` over and over. */
const repeated = (text: string): string => /^(.+?)\1+$/su.exec(text)?.[1] ?? text;

/** `abcdefgh`, `87654321`, `aaaaaaaa`: each character as far from the one before as all the others; 0 follows 9. */
const isRun = (text: string): boolean => {
  const codes = [...text].map((one) => one.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  const digits = /^\d+$/.test(text);
  return [1, -1, 0].some((step) => [...steps].every((one) => one === step || (digits && one === -9 * step)));
};

/** Whether a password is one of those that everybody tries first, as it stands, repeated or decorated. */
export const isCommon = (password: string, common: ReadonlySet<string>): boolean => {
  const folded = fold(password);
  const unit = repeated(folded);
  if (unit !== folded && [...unit].length <= partMin) return true;
  return (
    isRun(folded) || [folded, password.toLowerCase(), unit, bare(folded), bare(unit)].some((one) => common.has(one))
  );
};

interface Surroundings {
  readonly policy: PasswordPolicy;
  /** Names and addresses of the guest and of the site. */
  readonly about: readonly (string | null | undefined)[];
  readonly common: ReadonlySet<string>;
}

/** Why a new password is refused; an empty list for a good one. A too long one is not looked at further. */
export const faultsOf = (password: string, { policy, about, common }: Surroundings): PasswordFault[] => {
  const plain = plainFaultsOf(password, policy);
  if (plain.includes('too-long')) return plain;
  const folded = fold(password);
  return [
    ...plain,
    ...(isCommon(password, common) ? (['common'] as const) : []),
    ...(nameParts(about).some((part) => folded.includes(part)) ? (['own-name'] as const) : []),
  ];
};
