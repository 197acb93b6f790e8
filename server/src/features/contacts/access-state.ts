import type { Knex } from 'knex';
import type { AccessState } from '../../../../contract';
import type { Strapi } from '../../kernel';

/** What a later feature knows of contacts: the state of their access. */
export interface AccessStateProvider {
  /** By documentId; a contact that is not in the answer has the state `none`. */
  statesOf(strapi: Strapi, contactIds: readonly string[]): Promise<ReadonlyMap<string, AccessState>>;
  /** Adds to a query over the contacts' table, which it knows by the name `contact`, that only those in this state are left. */
  narrow(strapi: Strapi, query: Knex.QueryBuilder, state: AccessState): void;
}

let provider: AccessStateProvider | null = null;

/** Called once, at register, by the feature that keeps the guests. */
export const provideAccessState = (given: AccessStateProvider): void => {
  provider = given;
};

export const accessStateProvider = (): AccessStateProvider | null => provider;
