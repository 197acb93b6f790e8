import { configOf, productionRisks, strapiVersion, type ProductionRisk } from '../../../kernel';
import { mailBacklog } from '../../jobs';
import { isUnencrypted } from '../../settings';
import { holesOf } from '../advisories';
import { example, foundList, type Finding, type Found } from '../finding';

const one = (severity: Found['severity']): Found => ({ severity, count: 1, examples: [] });

export const strapiHoles: Finding = {
  id: 'strapi-version',
  look: async ({ strapi }) => {
    const version = strapiVersion(strapi);
    if (version === null) throw new Error('Strapi does not say which version it is');
    return foundList(holesOf(version), 'high', {
      subjectsOf: ({ id }) => [id],
      exampleOf: ({ id, fixedIn }) => example({ name: id, facts: [fixedIn] }),
    });
  },
  repair: { kind: 'advice' },
};

const inProduction = (id: ProductionRisk): Finding => ({
  id,
  look: async ({ strapi }) =>
    process.env.NODE_ENV === 'production' && productionRisks(strapi).some(({ risk }) => risk === id)
      ? one('high')
      : null,
  repair: { kind: 'advice' },
});

/** What is fine in development and dangerous on the open web. */
export const plainHttp = inProduction('plain-http');
export const limitsOff = inProduction('limits-off');
export const proxyAddresses = inProduction('proxy-addresses');

/** Keys, and links to new passwords, travel in mails. */
export const unencryptedMail: Finding = {
  id: 'unencrypted-mail',
  look: async ({ strapi }) => (isUnencrypted(strapi) ? one('medium') : null),
  repair: { kind: 'advice' },
};

/** Who is told nothing does not notice that their address was changed. */
export const failedMails: Finding = {
  id: 'failed-mails',
  look: async ({ strapi }) => {
    const count = (await mailBacklog(strapi)).reduce((sum, { failed }) => sum + failed, 0);
    return count === 0 ? null : { severity: 'low', count, examples: [] };
  },
  repair: { kind: 'open', page: 'jobs' },
};

const longDays = 90;
const longIdleMinutes = 7 * 24 * 60;

/** A device that is lost or shared is logged in for that long. */
export const longSessions: Finding = {
  id: 'long-sessions',
  look: async ({ strapi }) => {
    const { maxDays, idleMinutes } = configOf(strapi).sessions;
    return maxDays > longDays || idleMinutes > longIdleMinutes ? one('low') : null;
  },
  repair: { kind: 'advice' },
};

export const shortPasswords: Finding = {
  id: 'short-passwords',
  look: async ({ settings: { passwordPolicy, signInMethods } }) =>
    signInMethods.password && passwordPolicy !== 'long' ? { ...one('low'), subjects: [passwordPolicy] } : null,
  repair: { kind: 'open', page: 'settings-sign-in' },
};
