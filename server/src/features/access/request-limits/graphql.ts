import type * as Graphql from 'graphql';
import type { Context, Next } from 'koa';
import {
  addApolloPlugin,
  contentTypesOf,
  graphqlLimits,
  graphqlPackage,
  graphqlPath,
  guestOf,
  hideFromGraphql,
  isHiddenFromEditors,
  isRouted,
  PLUGIN,
  requestOf,
  sentBody,
  useOnServer,
  type GraphqlContext,
  type Strapi,
} from '../../../kernel';
import { startBudget } from './budget';
import { asApolloError, refusesAll, toldToGuest, type FormattedError } from './graphql-errors';
import { checkDocument, checkOperation, type GraphqlPackage } from './document';
import { checkSize, defaultRowsOf, Question } from './limits';

/** What Apollo hands to a plugin, as far as it is used: https://www.apollographql.com/docs/apollo-server/v4/integrations/plugins-event-reference */
interface ApolloRequest {
  readonly schema: Graphql.GraphQLSchema;
  readonly request: { query?: string; operationName?: string; variables?: Record<string, unknown> };
  readonly contextValue: GraphqlContext;
  readonly document?: Graphql.DocumentNode;
  readonly operation?: Graphql.OperationDefinitionNode;
  readonly errors?: readonly Error[];
  readonly response: {
    readonly http: { status?: number };
    body?: { kind: string; singleResult?: { errors?: readonly FormattedError[] } };
  };
}

/** Asked in the place of a document that is refused, so that nobody reads that one. */
const harmless = '{ __typename }';

/** Requests whose errors have been put into words for a guest. */
const answered = new WeakSet<Context>();

/**
 * Looks at a guest's document before it is parsed and validated, and at the operation before it is executed. A refusal is
 * kept till Apollo can answer one: it takes none before.
 */
const limitsFor = (strapi: Strapi, graphql: GraphqlPackage) => {
  const defaultRows = defaultRowsOf(graphqlLimits(strapi), 10);
  const introspection = process.env.NODE_ENV !== 'production';

  const refusalOf = (work: () => void): Error | null => {
    try {
      work();
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };

  const requestDidStart = async ({ request, contextValue }: ApolloRequest) => {
    const ctx = requestOf(contextValue);
    if (ctx === null || guestOf(ctx) === null) return undefined;
    startBudget(ctx);
    const early = refusalOf(() => {
      checkSize(request.variables);
      if (request.query) checkDocument(graphql, request.query);
    });
    if (early) Object.assign(request, { query: harmless, operationName: undefined, extensions: undefined });

    return {
      didResolveOperation: async ({ schema, document, operation }: ApolloRequest): Promise<void> => {
        if (early) throw asApolloError(early);
        if (!document || !operation) return;
        const asked = { schema, document, operation, variables: request.variables ?? {}, defaultRows, introspection };
        const refusal = refusalOf(() => checkOperation(graphql, asked, new Question()));
        if (refusal) throw asApolloError(refusal);
      },
      willSendResponse: async ({ errors = [], response }: ApolloRequest): Promise<void> => {
        answered.add(ctx);
        const result = response.body?.singleResult;
        if (!result?.errors) return;
        result.errors = result.errors.map((formatted, index) => toldToGuest(formatted, errors[index]));
        const whole = result.errors.find(refusesAll);
        if (whole) Object.assign(response, { body: { kind: 'single', singleResult: { errors: [whole] } } });
        if (whole) response.http.status = 400;
      },
    };
  };
  return { requestDidStart };
};

/** What Apollo refuses before any plugin is asked – no body, a list of requests, a wrong method –, put into words for a guest. */
const wordEarlyErrors =
  (endpoint: string) =>
  async (ctx: Context, next: Next): Promise<void> => {
    await next();
    const body = sentBody(ctx);
    const isRefused = isRouted(ctx, endpoint) && ctx.status >= 400;
    if (!isRefused || typeof body !== 'string' || guestOf(ctx) === null || answered.has(ctx)) return;
    const { errors = [] } = JSON.parse(body) as { errors?: FormattedError[] };
    ctx.body = JSON.stringify({ errors: errors.map((formatted) => toldToGuest(formatted, undefined)) });
  };

/** Our own tables that nobody reads or writes but by our endpoints, as the content manager does not show them either. */
const internalTypes = (strapi: Strapi): string[] =>
  contentTypesOf(strapi)
    .filter((model) => model.uid.startsWith(`plugin::${PLUGIN}.`) && isHiddenFromEditors(model))
    .map(({ uid }) => uid);

/**
 * Puts the limits into the GraphQL plugin, before it makes its server, and keeps our tables out of its schema. Does nothing on
 * a site without it.
 */
export const limitGraphql = (strapi: Strapi): void => {
  const path = graphqlPath(strapi);
  if (path === null) return;
  for (const uid of internalTypes(strapi)) hideFromGraphql(strapi, uid);
  useOnServer(strapi, wordEarlyErrors(path));
  addApolloPlugin(strapi, limitsFor(strapi, graphqlPackage(strapi) as GraphqlPackage));
};
