/*
 * Holes of Strapi that its makers have published, of the versions that the plugin may run on or that a site may have stayed on by force. What
 * is newer than `knownUntil` is not in here: the page says so.
 */

export interface Advisory {
  readonly id: string;
  /** The first version of Strapi 5 without the hole. */
  readonly fixedIn: string;
}

/** The day up to which these were looked up. Raised with each release, together with the table. */
export const knownUntil = '2026-11-27';

/** https://strapi.io/blog, «Security disclosure of vulnerabilities», May 2026. */
export const advisories: readonly Advisory[] = [
  { id: 'CVE-2026-22599', fixedIn: '5.33.2' },
  { id: 'CVE-2026-22706', fixedIn: '5.33.3' },
  { id: 'CVE-2026-27886', fixedIn: '5.37.0' },
];

const partsOf = (version: string): number[] | null => {
  const [, ...parts] = /^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  return parts.length === 0 ? null : parts.map(Number);
};

/** Negative where `one` is older than `other`. A version before its release counts as the release. */
const compared = (one: readonly number[], other: readonly number[]): number =>
  one.map((part, place) => part - (other[place] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** The holes that a version has, as far as they are known here. @throws where the version is none */
export const holesOf = (version: string, known: readonly Advisory[] = advisories): Advisory[] => {
  const parts = partsOf(version);
  if (parts === null) throw new Error(`${version} is no version`);
  return known.filter(({ fixedIn }) => compared(parts, partsOf(fixedIn) ?? []) < 0);
};
