import { examplesMax, type FindingId, type Severity } from '../../../../../contract';
import { findRiskyKeys, limitKeys, revokeKeysOfClosed, type KeyRisk } from '../../keys';
import { boundByKeys } from '../../sessions';
import type { Finding, Look, Repair } from '../finding';
import { namedGuests } from '../guest-names';

const dayMs = 24 * 3_600_000;

const lookFor = (risk: KeyRisk, severity: Severity) => async (look: Look) => {
  const { count, guests } = await findRiskyKeys(look.strapi, risk, { at: look.at, max: examplesMax });
  return count === 0 ? null : { severity, count, examples: await namedGuests(look, 'documentId', guests) };
};

/** A last day for all of them. What they have opened ends with it, too. */
const endLater = (risk: 'endless' | 'long'): Repair => ({
  kind: 'do',
  permission: 'keys.revoke',
  asksDays: true,
  run: async ({ strapi, at }, days) => {
    const limited = await limitKeys(strapi, risk, at, new Date(at.getTime() + days * dayMs));
    await boundByKeys(strapi);
    return limited;
  },
});

const lasting = (id: FindingId, risk: 'endless' | 'long', severity: Severity): Finding => ({
  id,
  look: lookFor(risk, severity),
  repair: endLater(risk),
});

/** A link that was passed on, or lies in a mailbox that somebody else reads by now, lets in for ever. */
export const endlessKeys = lasting('endless-keys', 'endless', 'medium');

export const longKeys = lasting('long-keys', 'long', 'low');

/** An access that is opened again lets in everybody who kept the old link. */
export const keysOfClosed: Finding = {
  id: 'keys-of-closed',
  look: lookFor('closed', 'low'),
  repair: {
    kind: 'do',
    permission: 'keys.revoke',
    run: ({ strapi, at }) => revokeKeysOfClosed(strapi, at),
  },
};
