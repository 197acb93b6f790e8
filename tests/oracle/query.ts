/** A question as both APIs can put it. `print.ts` writes it down for either, `oracle.ts` answers it from a dump. */
import type { Scalar } from './dump';

export type Api = 'rest' | 'graphql';

export type Test = readonly [operator: string, operand: Scalar | readonly Scalar[]];

export type Filter =
  | { kind: 'and' | 'or' | 'all'; of: readonly Filter[] }
  | { kind: 'not'; of: Filter }
  /** Several tests of one attribute: all must hold; `negated`: not all of them. */
  | { kind: 'compare'; name: string; tests: readonly Test[]; negated: boolean }
  /** There is a related row such that. `short`: written as a test of the relation itself (`project=5`). */
  | { kind: 'through'; name: string; of: Filter; short: boolean }
  /** There is no related row, or there is one; written as a test of the relation itself or of its id. */
  | {
      kind: 'presence';
      name: string;
      absent: boolean;
      by: 'itself' | 'id' | 'documentId';
      operator: '$null' | '$notNull';
    };

export interface Sort {
  name: string;
  direction: 'asc' | 'desc';
}

/** What is asked of the rows at one place of the answer. */
export interface Node {
  /** Null: all. */
  fields: readonly string[] | null;
  filters: Filter | null;
  sort: readonly Sort[];
  /** Nested, GraphQL only. */
  limit: number | null;
  /** `populate=*`: whatever there is, one step. */
  star: boolean;
  /** Relations and components. */
  below: Readonly<Record<string, Node>>;
  /** Dynamic zones: what is asked of each component. */
  zones: Readonly<Record<string, Readonly<Record<string, Node>>>>;
  /** Relations of which only the number is asked (REST). */
  counts: readonly string[];
  /** GraphQL: `tasks_connection { nodes }` in the place of `tasks`; at the root it tells the total. */
  connection: boolean;
}

/** As many rows as no list of a world has. More, of wide rows, would be too large a question. */
export const everyRow = 30;

export type Page = { page: number; pageSize: number } | { start: number; limit: number };

export interface Query {
  api: Api;
  type: string;
  /** One row, by its documentId. */
  one: string | null;
  status: 'draft' | null;
  /** Null: the site's own. */
  locale: string | null;
  search: string | null;
  page: Page | null;
  node: Node;
}

export const emptyNode: Node = {
  fields: null,
  filters: null,
  sort: [],
  limit: null,
  star: false,
  below: {},
  zones: {},
  counts: [],
  connection: false,
};
