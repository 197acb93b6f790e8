import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Context } from 'koa';
import type { Strapi } from './app';

/** Whether the site has Strapi's GraphQL plugin. */
export const hasGraphql = (strapi: Strapi): boolean => 'graphql' in strapi.plugins;

/** The address of GraphQL; null on a site without it. */
export const graphqlPath = (strapi: Strapi): string | null =>
  hasGraphql(strapi) ? strapi.config.get<string>('plugin::graphql.endpoint', '/graphql') : null;

/** How many rows a list brings: `defaultLimit`, `maxLimit`. */
export const graphqlLimits = (strapi: Strapi): object => strapi.config.get<object>('plugin::graphql', {});

/** The copy of the package `graphql` that the site's GraphQL plugin uses. */
export const graphqlPackage = (strapi: Strapi): unknown => {
  const { pathToPlugin } = strapi.config.get<{ pathToPlugin: string }>('enabledPlugins.graphql');
  return createRequire(join(pathToPlugin, 'package.json'))('graphql');
};

/** Keeps a content type out of the schema. Called at register. */
export const hideFromGraphql = (strapi: Strapi, uid: string): void => {
  const extension = strapi.plugin('graphql').service('extension') as {
    shadowCRUD(uid: string): { disable(): unknown };
  };
  extension.shadowCRUD(uid).disable();
};

/** Puts a plugin into the Apollo server, before it is made. Called at register. */
export const addApolloPlugin = (strapi: Strapi, plugin: object): void => {
  const key = 'plugin::graphql.apolloServer';
  const current = strapi.config.get<{ plugins?: unknown[] }>(key, {});
  strapi.config.set(key, { ...current, plugins: [...(current.plugins ?? []), plugin] });
};

/** What Apollo hands to its plugins as the context of a request. */
export interface GraphqlContext {
  koaContext?: Context;
}

/** The request that a GraphQL operation came with. */
export const requestOf = ({ koaContext }: GraphqlContext): Context | null => koaContext ?? null;
