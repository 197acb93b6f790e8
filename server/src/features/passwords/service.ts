import { failure, siteName, type Strapi } from '../../kernel';
import { reloadSettings } from '../settings';
import { commonPasswords } from './common';
import { digestOf, dummyDigest, isFresh, matches, normalised } from './digests';
import { faultsOf, policyOf, type PasswordKind } from './rules';

/**
 * The digest of a new password, if the site's policy takes it. `about` are the names and addresses of whose it will be: none
 * may stand in it. @throws 400 `weak_password` with `details.faults`, 429 `too_many_requests`
 */
export const newPasswordDigest = async (
  strapi: Strapi,
  password: string,
  about: readonly (string | null | undefined)[],
  kind: PasswordKind
): Promise<string> => {
  const { passwordPolicy } = await reloadSettings(strapi);
  const faults = faultsOf(normalised(password), {
    policy: policyOf(passwordPolicy, kind),
    about: [...about, siteName(strapi)],
    common: await commonPasswords(),
  });
  if (faults.length > 0) throw failure('weak_password', 'This password is too easy to guess.', { faults });
  return digestOf(password);
};

/**
 * Whether a password is the one of a digest. Where there is none (`null`), no, after the same time.
 * @throws 429 `too_many_requests` where too many passwords wait to be looked at
 */
export const passwordMatches = async (_strapi: Strapi, password: string, digest: string | null): Promise<boolean> => {
  const same = await matches(password, digest ?? (await dummyDigest()));
  return digest !== null && same;
};

/** A digest of today's parameters for a password that was just found right, or null where the stored one has them. */
export const renewedDigest = async (password: string, digest: string): Promise<string | null> =>
  (await isFresh(digest)) ? null : digestOf(password);
