import { aroundDocuments, beforeSync, type Strapi } from '../../../server/src/kernel/strapi';
import type { Suite } from '../suite';
import { calls, tryDocuments, tryInputGrammar, tryModels } from './documents';
import { tryPanel } from './panel';
import { tryEmail, tryI18n, tryUpload } from './plugins';
import { tryQueryFilter } from './query-filter';
import { onBootstrap, onRegister, tryAdmin, tryGraphql, tryHttp } from './requests';
import { tryRights } from './rights';
import { makeWorld, type World } from './rows';
import { tryDatabase, tryRelationStorage } from './storage';

/** The contract of each port, on a Strapi without the plugin. */
export const suite = (): Suite => {
  let world: Promise<World> | null = null;
  let synced = 0;
  const withWorld = (work: (strapi: Strapi, world: World) => Promise<void>) => async (strapi: Strapi) =>
    work(strapi, await (world ??= makeWorld(strapi)));
  return {
    onRegister: (strapi) => {
      aroundDocuments(strapi, (call, next) => {
        calls.push({ ...call, where: 'around' });
        return next();
      });
      beforeSync(strapi, () => Promise.resolve(void (synced += 1)));
      onRegister(strapi);
    },
    onBootstrap,
    parts: {
      models: tryModels,
      'query-filter': withWorld(tryQueryFilter),
      'relation-storage': withWorld(tryRelationStorage),
      'input-grammar': withWorld(tryInputGrammar),
      database: async (strapi) => {
        if (synced !== 1) throw new Error('nothing is done before the schema is compared');
        await tryDatabase(strapi);
      },
      documents: tryDocuments,
      http: tryHttp,
      graphql: tryGraphql,
      admin: tryAdmin,
      rights: tryRights,
      i18n: tryI18n,
      upload: tryUpload,
      email: tryEmail,
      panel: tryPanel,
    },
  };
};
