import { GetAccessChoices } from '../../../../contract/access';
import { labelIn, type Locale } from '../../../../contract/locales';
import { callApi } from '../../kernel/api';
import type { Option } from '../../kernel/dual-list';
import { loadResources } from './resources';

/** What an editor can grant, in his language: the rows of each resource type, and the access types. */
export interface Choices {
  resourceTypes: { contentType: string; title: string; options: Option[] }[];
  accessTypes: Option[];
}

/** Loads all that the dual lists offer. @throws ApiError */
export const loadChoices = async (language: Locale, signal: AbortSignal): Promise<Choices> => {
  const { resourceTypes, accessTypes } = await callApi(GetAccessChoices, { signal });
  return {
    resourceTypes: await Promise.all(
      resourceTypes.map(async ({ contentType, labels }) => ({
        contentType,
        title: labelIn(labels, language),
        options: await loadResources(contentType, signal),
      }))
    ),
    accessTypes: accessTypes.map(({ key, labels }) => ({ id: key, label: labelIn(labels, language) })),
  };
};
