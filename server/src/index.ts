import {
  configDefaults,
  configOf,
  ensureTables,
  guardBodies,
  guardPanel,
  guardRelationRoutes,
  hideTables,
  installSearch,
  keepTables,
  outliveRejections,
  proveSearch,
  registerPermissions,
  requireKnownSchema,
  toRouters,
  warnInProduction,
  validateConfig,
  watchRequest,
  type Strapi,
} from './kernel';
import { features } from './features';

type Phase = 'register' | 'bootstrap' | 'destroy';

const each =
  (phase: Phase) =>
  async ({ strapi }: { strapi: Strapi }): Promise<void> => {
    for (const feature of features) await feature[phase]?.(strapi);
  };

let stopOutliving: () => void = () => undefined;

/** Before Strapi drops what it does not declare any more: rows of an earlier version are still where they were. */
const beforeSync = (strapi: Strapi, work: () => Promise<void>): void => {
  const hook = strapi.hook('strapi::content-types.beforeSync') as { register(work: () => Promise<void>): void };
  hook.register(work);
};

export default {
  config: { default: configDefaults, validator: validateConfig },
  contentTypes: Object.assign({}, ...features.map(({ contentTypes }) => contentTypes ?? {})) as object,
  routes: toRouters(features.flatMap(({ endpoints }) => endpoints ?? [])),
  services: Object.assign({}, ...features.map(({ services }) => services ?? {})) as object,
  register: async (context: { strapi: Strapi }) => {
    context.strapi.server.use(watchRequest);
    stopOutliving = outliveRejections(context.strapi);
    context.strapi.server.use(guardBodies);
    context.strapi.server.use(hideTables(context.strapi));
    guardRelationRoutes(context.strapi);
    installSearch(context.strapi);
    beforeSync(context.strapi, async () => {
      await requireKnownSchema(context.strapi);
      await keepTables(context.strapi, configOf(context.strapi).keepData);
      await ensureTables(
        context.strapi,
        features.flatMap(({ tables }) => tables ?? [])
      );
    });
    await each('register')(context);
  },
  bootstrap: async (context: { strapi: Strapi }) => {
    warnInProduction(context.strapi);
    // At a database's first start there was no store before.
    await requireKnownSchema(context.strapi);
    await keepTables(context.strapi, configOf(context.strapi).keepData);
    guardPanel(context.strapi);
    await proveSearch(context.strapi);
    await registerPermissions(context.strapi);
    await each('bootstrap')(context);
  },
  destroy: async (context: { strapi: Strapi }) => {
    stopOutliving();
    await each('destroy')(context);
  },
};
