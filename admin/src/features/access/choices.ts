import type { GetAccessChoices } from '../../../../contract/access';
import type { ResponseOf } from '../../../../contract/endpoint';
import { labelIn, type Locale } from '../../../../contract/locales';
import { callApi } from '../../kernel/api';
import type { Option } from '../../kernel/dual-list';
import { loadResources } from './resources';

/** What an editor can grant, in his language: the rows of each resource type, and the access types. */
export interface Choices {
  resourceTypes: { contentType: string; title: string; options: Option[] }[];
  accessTypes: Option[];
  /** The content types that guests can be given, each by the names of the accesses to it. */
  contentTypes: Option[];
}

type Answer = ResponseOf<typeof GetAccessChoices>;

const namesOf = ({ resourceTypes, accessTypes }: Answer, language: Locale): Option[] => {
  const names = new Map<string, string[]>();
  for (const { contentType, labels } of [...accessTypes, ...resourceTypes]) {
    names.set(contentType, [...(names.get(contentType) ?? []), labelIn(labels, language)]);
  }
  return [...names].map(([id, labels]) => ({ id, label: labels.join(' / ') }));
};

/** Loads all that the dual lists offer. @throws ApiError */
export const loadChoices = async (language: Locale, signal: AbortSignal): Promise<Choices> => {
  const answer = await callApi('GetAccessChoices', { signal });
  const { resourceTypes, accessTypes } = answer;
  return {
    resourceTypes: await Promise.all(
      resourceTypes.map(async ({ contentType, labels }) => ({
        contentType,
        title: labelIn(labels, language),
        options: await loadResources(contentType, signal),
      }))
    ),
    accessTypes: accessTypes.map(({ key, labels }) => ({ id: key, label: labelIn(labels, language) })),
    contentTypes: namesOf(answer, language),
  };
};
