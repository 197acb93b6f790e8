import type { AccessAction } from '../../../../../contract';
import { queryOfTable, rowsWhere, tableOf, type Strapi, type Where } from '../../../kernel';
import type { Profile } from './profile';
import { nothing, scopeOf } from './scope';

/**
 * The rows of `uid` that a guest reaches with an action, as the condition that the row filter puts: the one answer to «which rows
 * are in reach?», for whoever asks outside a guest's request. What guests are given nothing of, files among them, is no row.
 */
export const reachedRows = (strapi: Strapi, profile: Profile, uid: string, action: AccessAction = 'find'): Where => {
  const scope = scopeOf(strapi, profile, uid, action);
  return scope.kind === 'where' ? scope.where : nothing;
};

/** A page of documents: those that come after one, in the order of their documentIds. */
export interface DocumentPage {
  readonly after: string | null;
  readonly limit: number;
}

/** The documentIds under a condition, each once whatever its languages and drafts. */
export const documentsWhere = async (
  strapi: Strapi,
  uid: string,
  where: Where,
  { after, limit }: DocumentPage
): Promise<string[]> => {
  const query = queryOfTable(strapi, `${tableOf(strapi, uid)} as reached`)
    .distinct('reached.document_id')
    .whereIn('reached.id', rowsWhere(strapi, uid, where))
    .orderBy('reached.document_id')
    .limit(limit);
  const found: { document_id: string }[] = await (after === null
    ? query
    : query.where('reached.document_id', '>', after));
  return found.map(({ document_id }) => document_id);
};
