import { provideAddressPolicy } from '../activity';
import { on, useInDocuments, type Feature } from '../../kernel';
import { getSettings } from '../settings';
import { endpoints } from './endpoints';
import { purgeTrail } from './purge';
import { registerSealing, startSealing } from './seal';
import { chainTable } from './table';
import { verifyChain } from './verify';
import { noteViews } from './views';
import { offerTrail, tellWhereAsked } from './webhooks';
import { noteWrite } from './writes';

/** The guest access trail: the log as people read it, and its proof (N6). */
export const trail: Feature = {
  name: 'trail',
  tables: [chainTable],
  endpoints,
  schedules: [{ name: 'trail.purge', slots: { hour: 3, minute: 51 }, missed: 'catch-up', run: purgeTrail }],
  services: {
    /** `npm run trail:verify`: `strapi.service('plugin::guest-access.trail').verify()`. */
    trail: ({ strapi }) => ({
      verify: (options?: { head?: string }) => verifyChain(strapi, options),
    }),
  },
  register: (strapi) => {
    registerSealing();
    offerTrail(strapi);
    useInDocuments(strapi, noteViews(strapi));
    on(strapi, 'row.written', (written) => noteWrite(strapi, written));
    provideAddressPolicy(async (strapi) => (await getSettings(strapi)).trail.addresses);
  },
  bootstrap: async (strapi) => {
    await startSealing(strapi);
    await tellWhereAsked(strapi);
  },
};
