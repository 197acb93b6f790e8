import type { Context } from 'koa';
import { contentTypesOf, failure, guestOf, PLUGIN, type Strapi } from '../../kernel';
import { depthOf, queryDepthMax } from './requests';

/** Limits on one GraphQL operation of a guest. Generous for a page, useless for an attack. */
const depthMax = 8;
const fieldsMax = 400;
const rowsMax = 250;

/** The parsed operation, as far as it is read here; https://spec.graphql.org/October2021/#sec-Document-Syntax */
interface Node {
  kind: string;
  name?: { value: string };
  value?: unknown;
  fields?: Node[];
  values?: Node[];
  arguments?: Node[];
  selectionSet?: { selections: Node[] };
  definitions?: Node[];
}
type Variables = Record<string, unknown>;

/** As Apollo takes an error of the caller's: https://www.apollographql.com/docs/apollo-server/data/errors#custom-errors */
const refuse = (message: string): Error =>
  Object.assign(failure('invalid_query', message), {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 }, error: { details: { code: 'invalid_query' } } },
  });

const literal = (node: Node | undefined, variables: Variables): unknown => {
  if (node?.kind === 'Variable') return variables[node.name?.value ?? ''];
  if (node?.kind === 'ListValue') return (node.values ?? []).map((one) => literal(one, variables));
  if (node?.kind === 'ObjectValue') {
    return Object.fromEntries(
      (node.fields ?? []).map((field) => [field.name?.value, literal(field.value as Node, variables)])
    );
  }
  return node?.value;
};

const checkPagination = (field: Node, variables: Variables): void => {
  const argument = field.arguments?.find(({ name }) => name?.value === 'pagination');
  const pagination = literal(argument?.value as Node | undefined, variables);
  if (typeof pagination !== 'object' || pagination === null) return;
  for (const [key, value] of Object.entries(pagination)) {
    const rows = Number(value);
    if ((key === 'limit' || key === 'pageSize') && !(rows >= 1 && rows <= rowsMax)) {
      throw refuse(`pagination.${key}: from 1 to ${rowsMax}`);
    }
  }
};

const checkArguments = (field: Node, variables: Variables): void => {
  for (const argument of field.arguments ?? []) {
    const value = literal(argument.value as Node | undefined, variables);
    if (argument.name?.value !== 'data' && depthOf(value, 'values') > queryDepthMax)
      throw refuse(`${argument.name?.value}: too deep`);
  }
};

/** Walks what an operation really asks for, through its fragments. @throws 400 `invalid_query` */
const checkOperation = (document: Node, variables: Variables, introspection: boolean): void => {
  const fragments = new Map(
    (document.definitions ?? []).flatMap((one) =>
      one.kind === 'FragmentDefinition' ? [[one.name?.value ?? '', one] as const] : []
    )
  );
  let fields = 0;
  const walk = (node: Node, depth: number): void => {
    for (const selection of node.selectionSet?.selections ?? []) {
      if (selection.kind === 'Field') {
        fields += 1;
        const name = selection.name?.value ?? '';
        if (fields > fieldsMax) throw refuse(`Too large: at most ${fieldsMax} fields`);
        if (depth > depthMax) throw refuse(`Too deep: at most ${depthMax} levels`);
        if (!introspection && (name === '__schema' || name === '__type')) throw refuse('Introspection is off');
        checkArguments(selection, variables);
        checkPagination(selection, variables);
        walk(selection, depth + 1);
      } else {
        const inner = selection.kind === 'FragmentSpread' ? fragments.get(selection.name?.value ?? '') : selection;
        if (inner) walk(inner, depth);
      }
    }
  };
  for (const definition of document.definitions ?? [])
    if (definition.kind === 'OperationDefinition') walk(definition, 1);
};

interface Operation {
  document: Node;
  request: { variables?: Variables };
  contextValue: { koaContext?: Context };
}

const limits = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, request, contextValue }: Operation): Promise<void> => {
      const { koaContext } = contextValue;
      if (!koaContext || guestOf(koaContext) === null) return;
      checkOperation(document, request.variables ?? {}, process.env.NODE_ENV !== 'production');
    },
  }),
};

/** Our own tables that nobody reads or writes but by our endpoints, as the content manager does not show them either. */
const internalTypes = (strapi: Strapi): string[] =>
  contentTypesOf(strapi)
    .filter(({ uid, pluginOptions }) => {
      const shown = pluginOptions?.['content-manager'] as { visible?: boolean } | undefined;
      return uid.startsWith(`plugin::${PLUGIN}.`) && shown?.visible === false;
    })
    .map(({ uid }) => uid);

/**
 * Puts the limits into the GraphQL plugin, before it makes its server, and keeps our tables out of its schema. Does nothing on
 * a site without it.
 */
export const limitGraphql = (strapi: Strapi): void => {
  if (!('graphql' in strapi.plugins)) return;
  const extension = strapi.plugin('graphql').service('extension') as {
    shadowCRUD(uid: string): { disable(): unknown };
  };
  for (const uid of internalTypes(strapi)) extension.shadowCRUD(uid).disable();
  const key = 'plugin::graphql.apolloServer';
  const current = strapi.config.get<{ plugins?: unknown[] }>(key, {});
  strapi.config.set(key, { ...current, plugins: [...(current.plugins ?? []), limits] });
};
