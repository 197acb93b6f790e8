import type * as Graphql from 'graphql';
import { failure } from '../../../kernel';
import { checkArguments, pageSizeOf, type Question } from './limits';

/** The package `graphql` of the site's GraphQL plugin: the types of a schema are known to the very copy that made them. */
export type GraphqlPackage = typeof Graphql;

/** Limits on one GraphQL request of a guest. Generous for a page, useless for an attack. */
const tokensMax = 6_000;
const bracketsMax = 40;
const levelsMax = 8;
const fieldsMax = 400;
/** Fields and spreads that lead to no field: what a bomb of empty fragments is made of. */
const selectionsMax = 2 * fieldsMax;
/** Fields to be worked out at once for one page: its rows times what is asked of each. */
const cellsMax = 10_000;
/** A relation is a question of its own to the database, as much work as some plain fields. */
const relationCells = 5;

const refuse = (message: string): Error => failure('invalid_query', message);

/**
 * Reads the words of a document without parsing it: how many, and how deep their brackets go. A value of a thousand levels
 * is refused here, wherever it stands. @throws 400 `invalid_query`
 */
const checkWords = (graphql: GraphqlPackage, text: string): void => {
  const lexer = new graphql.Lexer(new graphql.Source(text));
  let [tokens, open] = [0, 0];
  for (let { kind } = lexer.advance(); kind !== '<EOF>'; { kind } = lexer.advance()) {
    tokens += 1;
    if (kind === '{' || kind === '[' || kind === '(') open += 1;
    if (kind === '}' || kind === ']' || kind === ')') open -= 1;
    if (tokens > tokensMax) throw refuse(`Too large: at most ${tokensMax} words and signs`);
    if (open > bracketsMax) throw refuse(`Too deep: at most ${bracketsMax} brackets in each other`);
  }
};

interface Walk {
  readonly graphql: GraphqlPackage;
  readonly fragments: ReadonlyMap<string, Graphql.FragmentDefinitionNode>;
  fields: number;
  selections: number;
}

const walkOf = (graphql: GraphqlPackage, document: Graphql.DocumentNode): Walk => ({
  graphql,
  fragments: new Map(
    document.definitions.flatMap((one) => (one.kind === 'FragmentDefinition' ? [[one.name.value, one] as const] : []))
  ),
  fields: 0,
  selections: 0,
});

/** Counts one selection, and names what it asks. @throws 400 `invalid_query` beyond the limits */
const count = (walk: Walk, selection: Graphql.SelectionNode, level: number): void => {
  walk.selections += 1;
  if (selection.kind === 'Field') walk.fields += 1;
  if (walk.fields > fieldsMax) throw refuse(`Too large: at most ${fieldsMax} fields`);
  if (walk.selections > selectionsMax) throw refuse(`Too large: at most ${selectionsMax} fields and fragments`);
  if (level > levelsMax) throw refuse(`Too deep: at most ${levelsMax} levels`);
};

const checkShape = (
  walk: Walk,
  set: Graphql.SelectionSetNode | undefined,
  level: number,
  spreads: readonly string[]
): void => {
  for (const selection of set?.selections ?? []) {
    count(walk, selection, level);
    if (selection.kind === 'Field') checkShape(walk, selection.selectionSet, level + 1, spreads);
    else if (selection.kind === 'InlineFragment') checkShape(walk, selection.selectionSet, level, spreads);
    else {
      const name = selection.name.value;
      if (spreads.includes(name)) throw refuse(`Fragment ${name} holds itself`);
      checkShape(walk, walk.fragments.get(name)?.selectionSet, level, [...spreads, name]);
    }
  }
};

/**
 * Looks at a document before it is validated, which takes time that doubles with each fragment of a bomb: all that its
 * operations ask for together, through their fragments. What cannot be parsed is left to who answers with the place of the
 * fault. @throws 400 `invalid_query`
 */
export const checkDocument = (graphql: GraphqlPackage, text: string): void => {
  let document: Graphql.DocumentNode;
  try {
    checkWords(graphql, text);
    document = graphql.parse(text, { noLocation: true });
  } catch (error) {
    if (error instanceof graphql.GraphQLError) return;
    throw error;
  }
  const walk = walkOf(graphql, document);
  for (const one of document.definitions) {
    if (one.kind === 'OperationDefinition') checkShape(walk, one.selectionSet, 1, []);
  }
};

export interface Operation {
  readonly schema: Graphql.GraphQLSchema;
  readonly document: Graphql.DocumentNode;
  readonly operation: Graphql.OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Rows of a page for which none are asked. */
  readonly defaultRows: number;
  /** Whether the schema may be read. */
  readonly introspection: boolean;
}

interface Page {
  readonly rows: number;
  cells: number;
}

/**
 * Looks at a validated operation as it will be executed, with all values and defaults in their places. Variables that do
 * not fit are left to who answers which. @throws 400 `invalid_query` or `invalid_body`
 */
export const checkOperation = (graphql: GraphqlPackage, asked: Operation, question: Question): void => {
  const { schema, operation, document } = asked;
  const { coerced } = graphql.getVariableValues(schema, operation.variableDefinitions ?? [], asked.variables, {
    maxErrors: 1,
  });
  if (!coerced) return;
  const walk = walkOf(graphql, document);

  const checkField = (
    type: Graphql.GraphQLNamedType | undefined,
    node: Graphql.FieldNode,
    page: Page,
    level: number
  ) => {
    const name = node.name.value;
    if (!asked.introspection && (name === '__schema' || name === '__type')) throw refuse('Introspection is off');
    const field = graphql.isObjectType(type) || graphql.isInterfaceType(type) ? type.getFields()[name] : undefined;
    const args = field ? graphql.getArgumentValues(field, node, coerced) : {};
    checkArguments(args, question);
    const isPaged = field?.args.some((one) => one.name === 'pagination') === true;
    page.cells += node.selectionSet ? relationCells : 1;
    if (page.rows * page.cells > cellsMax) throw refuse(`Too large: ask fewer rows, or fewer fields of each`);
    const inner = isPaged ? { rows: pageSizeOf(args['pagination'], asked.defaultRows), cells: 0 } : page;
    check(field && graphql.getNamedType(field.type), node.selectionSet, inner, level + 1);
  };

  const check = (
    type: Graphql.GraphQLNamedType | undefined,
    set: Graphql.SelectionSetNode | undefined,
    page: Page,
    level: number
  ): void => {
    for (const selection of set?.selections ?? []) {
      count(walk, selection, level);
      if (selection.kind === 'Field') {
        checkField(type, selection, page, level);
        continue;
      }
      const fragment = selection.kind === 'InlineFragment' ? selection : walk.fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      check(condition === undefined ? type : schema.getType(condition), fragment?.selectionSet, page, level);
    }
  };
  check(schema.getRootType(operation.operation) ?? undefined, operation.selectionSet, { rows: 1, cells: 0 }, 1);
};
