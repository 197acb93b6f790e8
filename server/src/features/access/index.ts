import {
  aroundDocuments,
  asSystem,
  modelOf,
  on,
  onceListening,
  rows,
  useInDocuments,
  type DocumentMiddleware,
  type Feature,
  type Strapi,
} from '../../kernel';
import { faultsOf, getSettings } from '../settings';
import { judgeOwn } from './reads/asker';
import { countByRelation } from './filter-plan/count';
import { grant } from './content-types/grant';
import { watchRoutes } from './answers/reached';
import { checkCoverage, lastCoverage, whenBootstrapped } from './self-check/check';
import { endpoints } from './endpoints';
import { enforceRowSecurity } from './reads/query-hooks';
import { limitGraphql } from './request-limits/graphql';
import { removeGrantsOfResource } from './policy/grants';
import { guardDocuments } from './writes';

export { contactsOf } from './policy/rule-sql';
export { isContentPath, isProved } from './answers/reached';
export { trialOf } from './answers/trial';
export { isBehindCache, lastCoverage, recheckCoverage } from './self-check/check';
export {
  addGrants,
  dropGrants,
  dropGrantsBy,
  grantsOf,
  guestsGiven,
  holdingsOf,
  narrowGrants,
  removeGrantsOfGuest,
  replaceGrants,
  type Grants,
  type Holding,
} from './policy/grants';
export { deleteStaleGrants, findStaleGrants, heldAccessTypes } from './policy/stale-grants';
export { allows, freshProfile, profileFrom, profileOf, type Profile, type Reach } from './policy/profile';
export { documentsWhere, reachedRows } from './policy/reach';
export { filterOfReach, nothing } from './policy/scope';
export { actionsOn, findViewers, waysOfViewers, waysTo, type AskedRow, type OpenWay } from './policy/viewers';
export { requireHook } from './reads/hook-liveness';
export { checkContentRequest } from './request-limits/rest';
export { existingResources } from './policy/resources';

/** A document of a resource type that is gone in all its languages is in nobody's grants (O4). */
const forgetDeleted =
  (strapi: Strapi): DocumentMiddleware =>
  async (context, next) => {
    const result = await next();
    if (context.action !== 'delete') return result;
    const { resourceTypes } = await getSettings(strapi);
    const { documentId = '' } = context.params;
    if (!resourceTypes.some(({ contentType }) => contentType === context.uid)) return result;
    await asSystem(async () => {
      if ((await rows(strapi, context.uid).count({ where: { documentId } })) === 0) {
        await removeGrantsOfResource(strapi, context.uid, documentId);
      }
    });
    return result;
  };

let filter: ReturnType<typeof enforceRowSecurity> | null = null;

/** Says at boot which access types are closed, and why. */
const warnOfFaults = async (strapi: Strapi): Promise<void> => {
  for (const { path, problem } of faultsOf((uid) => modelOf(strapi, uid), await getSettings(strapi))) {
    strapi.log.warn(`guest-access: closed because of ${problem}: ${path}`);
  }
};

/** Row security: what a guest may see and change. */
export const access: Feature = {
  name: 'access',
  contentTypes: { grant },
  endpoints,
  services: {
    /** For a site's own code: `strapi.service('plugin::guest-access.scope').asSystem(() => …)` reads past the guest's filter. */
    scope: () => ({ asSystem }),
    /** `npm run coverage`: `strapi.service('plugin::guest-access.coverage').last()`. */
    coverage: ({ strapi }) => ({ last: () => lastCoverage(strapi) }),
  },
  register: (strapi) => {
    limitGraphql(strapi);
    watchRoutes(strapi);
    on(strapi, 'settings.saved', () => checkCoverage(strapi));
    filter = enforceRowSecurity(strapi);
    // Around everybody's middleware, so that others see whole rows in a guest's write; and among them, for those who took
    // the document service before it was there.
    aroundDocuments(strapi, guardDocuments(strapi, judgeOwn(strapi)));
    useInDocuments(strapi, forgetDeleted(strapi));
    useInDocuments(strapi, guardDocuments(strapi));
    useInDocuments(strapi, countByRelation(strapi));
  },
  bootstrap: async (strapi) => {
    await warnOfFaults(strapi);
    // Some ways in are tried by requests, which need the routes. The first guest waits for it, whether anybody listens or not.
    whenBootstrapped(strapi, () => filter?.putLast());
    onceListening(strapi, () => {
      checkCoverage(strapi).catch((error: unknown) => strapi.log.error(error));
    });
  },
  destroy: () => filter?.takeAway(),
};
