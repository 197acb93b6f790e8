import {
  beforeSync,
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
  registerSchedules,
  requireKnownSchema,
  startSchedules,
  toRouters,
  useOnServer,
  warnInProduction,
  validateConfig,
  watchRequest,
  type Strapi,
} from './kernel';
import { features } from './features';

export type * from './features/public-api/types';

type Phase = 'register' | 'bootstrap' | 'destroy';

const each =
  (phase: Phase) =>
  async ({ strapi }: { strapi: Strapi }): Promise<void> => {
    for (const feature of features) await feature[phase]?.(strapi);
  };

const schedules = features.flatMap((feature) => feature.schedules ?? []);

let stopOutliving: () => void = () => undefined;

export default {
  config: { default: configDefaults, validator: validateConfig },
  contentTypes: Object.assign({}, ...features.map(({ contentTypes }) => contentTypes ?? {})) as object,
  routes: toRouters(features.flatMap(({ endpoints }) => endpoints ?? [])),
  services: Object.assign({}, ...features.map(({ services }) => services ?? {})) as object,
  register: async (context: { strapi: Strapi }) => {
    useOnServer(context.strapi, watchRequest);
    stopOutliving = outliveRejections(context.strapi);
    useOnServer(context.strapi, guardBodies);
    useOnServer(context.strapi, hideTables(context.strapi));
    guardRelationRoutes(context.strapi);
    installSearch(context.strapi);
    // Rows of an earlier version are still where they were.
    beforeSync(context.strapi, async () => {
      await requireKnownSchema(context.strapi);
      await keepTables(context.strapi, configOf(context.strapi).keepData);
      await ensureTables(
        context.strapi,
        features.flatMap(({ tables }) => tables ?? [])
      );
    });
    registerSchedules(schedules);
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
    await startSchedules(context.strapi, schedules);
    await each('bootstrap')(context);
  },
  destroy: async (context: { strapi: Strapi }) => {
    stopOutliving();
    await each('destroy')(context);
  },
};
