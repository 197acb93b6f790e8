import type { Strapi } from '../../kernel';
import { existingResources, type Grants } from '../access';
import type { GivenGrants } from '../guests';
import { getSettings } from '../settings';

/**
 * Of what was once chosen to be given, that which still can be: types that the settings know, rows that are there. What is
 * gone gives nothing, and keeps nobody from coming in.
 */
export const stillThere = async (strapi: Strapi, given: GivenGrants): Promise<Grants> => {
  const { accessTypes, resourceTypes } = await getSettings(strapi);
  const resources = new Map<string, string[]>();
  for (const { contentType, documentIds } of given.resources) {
    if (!resourceTypes.some((type) => type.contentType === contentType)) continue;
    resources.set(contentType, await existingResources(strapi, contentType, [...new Set(documentIds)]));
  }
  return {
    resources,
    accessTypes: [...new Set(given.accessTypes)].filter((key) => accessTypes.some((type) => type.key === key)),
  };
};
