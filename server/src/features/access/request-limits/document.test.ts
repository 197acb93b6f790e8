import * as graphql from 'graphql';
import { codeOf } from '../../../kernel';
import { checkDocument, checkOperation } from './document';
import { Question } from './limits';

const schema = graphql.buildSchema(`
  input Filters { and: [Filters], not: Filters, title: String, in: [String] }
  input Pagination { limit: Int, pageSize: Int }
  input Data { tags: [Int] }
  type Query { tasks(filters: Filters, pagination: Pagination = {}, sort: [String] = []): [Task] }
  type Mutation { update(data: Data!): Task }
  type Task { title: String, project: Project }
  type Project { title: String, tasks(filters: Filters, pagination: Pagination = {}): [Task] }
`);

const codeWhile = (work: () => void): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return codeOf(error);
  }
};
const look = (text: string) => codeWhile(() => checkDocument(graphql, text));
const execute = (text: string, variables: Record<string, unknown> = {}, defaultRows = 25) => {
  const document = graphql.parse(text);
  const operation = graphql.getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const asked = { schema, document, operation, variables, defaultRows, introspection: false };
  return codeWhile(() => checkOperation(graphql, asked, new Question()));
};
const repeated = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');
const bomb = (leaf: string) =>
  `{ ...F0 } ${repeated(30, (index) => `fragment F${index} on Query { ${index === 29 ? leaf : `...F${index + 1} ...F${index + 1}`} }`)}`;

describe('a document before it is validated', () => {
  it('may be as long as a page is', () => {
    expect(look('query A { tasks { title project { tasks { title } } } } query B { tasks { title } }')).toBeNull();
    expect(look('fragment T on Task { title } { tasks { ...T ...T project { tasks { ...T } } } }')).toBeNull();
  });

  it.each([
    ['doubles by fragments', bomb('tasks { title }')],
    ['doubles by fragments of nothing', bomb('...None')],
    ['holds a fragment in itself', '{ ...F } fragment F on Query { ...F }'],
    ['has too many fields', `{ ${repeated(401, (index) => `a${index}: tasks`)} }`],
    ['has them in several operations', repeated(210, (index) => `query Q${index} { tasks { title } }`)],
    ['goes too deep', `{ tasks ${'{ project { tasks '.repeat(5)} { title } ${'} } '.repeat(5)} }`],
    ['has too many words', `{ tasks ${'@x '.repeat(4_000)} { title } }`],
    [
      'has too deep a default',
      `query ($f: Filters = ${'{ not: '.repeat(5_000)}{}${' }'.repeat(5_000)}) { tasks(filters: $f) { title } }`,
    ],
  ])('is refused where it %s', (_what, text) => {
    expect(look(text)).toBe('invalid_query');
  });

  it('is left to the parser where it is none', () => {
    expect(look('{ tasks { title }')).toBeNull();
    expect(look('§')).toBeNull();
  });
});

describe('an operation before it is executed', () => {
  const many = Array(101).fill('x');
  it.each([
    ['{ tasks(pagination: { limit: 251 }) { title } }', {}],
    ['query ($p: Pagination = { limit: 5000 }) { tasks(pagination: $p) { title } }', {}],
    ['query ($n: Int = 5000) { tasks { project { tasks(pagination: { pageSize: $n }) { title } } } }', {}],
    ['query ($n: Int) { tasks(pagination: { pageSize: $n }) { title } }', { n: -1 }],
    ['query ($i: [String]) { tasks(filters: { in: $i }) { title } }', { i: many }],
    ['query ($s: [String]) { ...F } fragment F on Query { tasks(sort: $s) { title } }', { s: many }],
    ['{ ... on Query { tasks(filters: { in: $i }) { title } } }'.replace('{', 'query ($i: [String]) {'), { i: many }],
    [`{ tasks(pagination: { limit: 250 }) { ${repeated(41, (index) => `a${index}: title`)} } }`, {}],
    [`{ tasks(pagination: { limit: 250 }) { ${repeated(9, (index) => `a${index}: project { title }`)} } }`, {}],
    ['{ __schema { types { name } } }', {}],
  ])('is refused: %s', (text, variables) => {
    expect(execute(text, variables)).toBe('invalid_query');
  });

  it('is measured in what it writes too', () => {
    const update = 'mutation ($d: Data!) { update(data: $d) { title } }';
    expect(execute(update, { d: { tags: Array(1_000).fill(1) } })).toBeNull();
    expect(execute(update, { d: { tags: Array(1_001).fill(1) } })).toBe('invalid_body');
  });

  it('is let through as a page asks it, and where a variable does not fit', () => {
    expect(
      execute('query ($n: Int = 100) { tasks(pagination: { limit: $n }) { title project { tasks { title } } } }')
    ).toBeNull();
    expect(execute('query ($n: Int!) { tasks(pagination: { limit: $n }) { title } }')).toBeNull();
  });

  it('names its page where the site’s own is too large', () => {
    expect(execute('{ tasks { title } }', {}, 1_000)).toBe('invalid_query');
    expect(execute('{ tasks(pagination: { limit: 10 }) { title } }', {}, 1_000)).toBeNull();
  });
});
