import {
  configDefaults,
  hideTables,
  registerPermissions,
  toRouters,
  warnInProduction,
  validateConfig,
  type Strapi,
} from './kernel';
import { features } from './features';

type Phase = 'register' | 'bootstrap' | 'destroy';

const each =
  (phase: Phase) =>
  async ({ strapi }: { strapi: Strapi }): Promise<void> => {
    for (const feature of features) await feature[phase]?.(strapi);
  };

export default {
  config: { default: configDefaults, validator: validateConfig },
  contentTypes: Object.assign({}, ...features.map(({ contentTypes }) => contentTypes ?? {})) as object,
  routes: toRouters(features.flatMap(({ endpoints }) => endpoints ?? [])),
  services: Object.assign({}, ...features.map(({ services }) => services ?? {})) as object,
  register: async (context: { strapi: Strapi }) => {
    context.strapi.server.use(hideTables(context.strapi));
    await each('register')(context);
  },
  bootstrap: async (context: { strapi: Strapi }) => {
    warnInProduction(context.strapi);
    await registerPermissions(context.strapi);
    await each('bootstrap')(context);
  },
  destroy: each('destroy'),
};
