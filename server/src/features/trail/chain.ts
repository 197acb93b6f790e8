import { keyedDigest, type Strapi } from '../../kernel';
import type { ActivityRow } from '../activity';

/** What stands in the chain for a line. */
export interface Link {
  readonly place: number;
  /** Row id of the line. */
  readonly line: number;
  readonly salt: string | null;
  readonly facts: string;
  readonly hash: string;
}

/** The same text for the same facts, in whatever order a database gives them back. */
const inOrder = (details: ActivityRow['details']): [string, unknown][] =>
  Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1));

/** The digest of what names people in a line. */
export const factsOf = (strapi: Strapi, salt: string, { actor, address, details }: ActivityRow): string =>
  keyedDigest(strapi, JSON.stringify(['trail facts', salt, actor.name, actor.documentId, address, inOrder(details)]));

/**
 * The hash of a line at its place: of all that it says, by the site's own key, and of the hash before it. What names people is in it by
 * its digest alone, so that the chain holds where a person is erased.
 */
export const hashOf = (
  strapi: Strapi,
  before: string,
  { place, facts }: Pick<Link, 'place' | 'facts'>,
  { documentId, at, action, guest, contact, row, actor }: ActivityRow
): string => {
  const said = [documentId, at, action, guest, contact, row?.uid ?? null, row?.documentId ?? null, actor.kind];
  return keyedDigest(strapi, JSON.stringify(['trail line', before, place, facts, ...said]));
};

/** What stands before the first line. */
export const noHash = '';
