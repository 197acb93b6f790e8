import { currentPanelCaller, type Strapi } from '../../kernel';
import { presentGrants } from './presenter';
import type { GuestRow } from './repository';
import type { GivenGrants } from './turn';

/**
 * What was chosen, and what a guest holds of resource types that it does not speak of and that whoever saves may not read in
 * the content manager: nothing of them stood in their list, so nothing was taken out of it.
 */
export const withUnread = async (
  strapi: Strapi,
  { documentId }: Pick<GuestRow, 'documentId'>,
  chosen: GivenGrants
): Promise<GivenGrants> => {
  const caller = currentPanelCaller(strapi);
  if (caller === null) return chosen;
  const { resources } = await presentGrants(strapi, documentId);
  const named = new Set(chosen.resources.map(({ contentType }) => contentType));
  const unread = resources.filter(({ contentType }) => !named.has(contentType) && !caller.mayRead(contentType));
  return { ...chosen, resources: [...chosen.resources, ...unread] };
};
