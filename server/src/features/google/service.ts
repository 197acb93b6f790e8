import type { BodyOf, FinishGoogleImport, GoogleLack, ResponseOf, StartGoogleImport } from '../../../../contract';
import { configOf, failure, type PanelCaller, type Strapi } from '../../kernel';
import { reloadSettings } from '../settings';
import { importWhole, requireRoom, type ImportRecord } from '../importing';
import { keepAttempt, purgeAttempts, takeAttempt } from './attempts';
import { consentAddress, denied, isOver, oauth, revokeToken, tokenOf, type Said, type Site } from './client';
import type { Deadline } from './fetching';
import { readPeople, type GooglePerson } from './people';
import { googleReading, toTable } from './table';

/** The site as Google knows it, or what is missing for that. */
const siteOf = async (strapi: Strapi): Promise<Site | GoogleLack> => {
  const { clientId } = (await reloadSettings(strapi)).google;
  const { clientSecret } = configOf(strapi).google;
  if (clientId === null) return 'client-id';
  return clientSecret === undefined ? 'client-secret' : { clientId, clientSecret };
};

export const googleLack = async (strapi: Strapi): Promise<GoogleLack | null> => {
  const site = await siteOf(strapi);
  return typeof site === 'string' ? site : null;
};

/** @throws 409 `google_off` */
const requireSite = async (strapi: Strapi): Promise<Site> => {
  const site = await siteOf(strapi);
  if (typeof site === 'string') throw failure('google_off', 'Google is not set up on this site');
  return site;
};

/** Begins a consent, for the caller and for the browser that is told the secret. @throws 409 `google_off`, `conflict` */
export const startGoogle = async (
  strapi: Strapi,
  { documentId: owner }: PanelCaller
): Promise<ResponseOf<typeof StartGoogleImport>> => {
  const site = await requireSite(strapi);
  await requireRoom(strapi, owner);
  await purgeAttempts(strapi);
  const { generateRandomState } = await oauth();
  const [state, secret] = [generateRandomState(), generateRandomState()];
  await keepAttempt(strapi, { state, secret, owner, clientId: site.clientId });
  return { address: await consentAddress(strapi, site, state), secret };
};

/** Less than what a proxy in front of the site waits for an answer. */
const finishMs = 50_000;

/** The people that a consent shows. Whatever comes of it, its token ends. */
const peopleOf = async (strapi: Strapi, site: Site, said: Said, deadline: Deadline): Promise<GooglePerson[]> => {
  const { accessToken, isForContacts } = await tokenOf(strapi, site, said, deadline);
  try {
    if (!isForContacts) throw denied();
    return await readPeople(strapi, accessToken, deadline);
  } finally {
    await revokeToken(strapi, site, accessToken);
  }
};

/**
 * Reads the contacts of whoever consented. The token lives as long as this takes, in memory and nowhere else.
 * @throws what the contract names
 */
export const finishGoogle = async (
  strapi: Strapi,
  { secret, ...said }: BodyOf<typeof FinishGoogleImport>,
  caller: PanelCaller
): Promise<ImportRecord> => {
  const deadline = Date.now() + finishMs;
  const site = await requireSite(strapi);
  const attempt = { state: said.state, secret, owner: caller.documentId, clientId: site.clientId };
  if (!(await takeAttempt(strapi, attempt))) throw isOver();
  const table = toTable(await peopleOf(strapi, site, said, deadline));
  if (table.length === 0) throw failure('google_empty', 'There is nobody in the contacts of this account');
  return importWhole(strapi, { source: 'google', fileName: 'Google', bytes: table, reading: googleReading }, caller);
};
