import * as React from 'react';
import { resourcePageSizeMax, type GetAccessChoices } from '../../../../contract/access';
import type { ResponseOf } from '../../../../contract/endpoint';
import { labelIn, type Locale } from '../../../../contract/locales';
import { callApi } from '../../kernel/api';
import type { Option } from '../../kernel/dual-list';
import { useLanguage } from '../../kernel/language';
import { defineRead, mapLoaded, useData, type Loaded } from '../../kernel/useData';

/** What an editor can grant, in their language: the rows of each resource type, and the access types. */
export interface Choices {
  resourceTypes: { contentType: string; title: string; options: Option[] }[];
  accessTypes: Option[];
  /** The content types that guests can be given, each by the names of the accesses to it. */
  contentTypes: Option[];
}

type Answer = ResponseOf<typeof GetAccessChoices>;
type Answered = Answer & { options: Option[][] };

/** All rows of a resource type, page by page; sorted by label. @throws ApiError */
const loadOptions = async (contentType: string): Promise<Option[]> => {
  const options: Option[] = [];
  for (let page = 1; ; page += 1) {
    const query = { contentType, page, pageSize: resourcePageSizeMax };
    const answer = await callApi('ListResources', { query });
    options.push(...answer.resources.map(({ documentId, label }) => ({ id: documentId, label })));
    if (answer.resources.length === 0 || options.length >= answer.total) return options;
  }
};

const useAnswered = defineRead('Choices', ['choices'], async (_: 'all'): Promise<Answered> => {
  const answer = await callApi('GetAccessChoices');
  return { ...answer, options: await Promise.all(answer.resourceTypes.map((one) => loadOptions(one.contentType))) };
});

const namesOf = ({ resourceTypes, accessTypes }: Answer, language: Locale): Option[] => {
  const names = new Map<string, string[]>();
  for (const { contentType, labels } of [...accessTypes, ...resourceTypes]) {
    names.set(contentType, [...(names.get(contentType) ?? []), labelIn(labels, language)]);
  }
  return [...names].map(([id, labels]) => ({ id, label: labels.join(' / ') }));
};

const choicesIn = (answered: Answered, language: Locale): Choices => ({
  resourceTypes: answered.resourceTypes.map(({ contentType, labels }, index) => ({
    contentType,
    title: labelIn(labels, language),
    options: answered.options[index] ?? [],
  })),
  accessTypes: answered.accessTypes.map(({ key, labels }) => ({ id: key, label: labelIn(labels, language) })),
  contentTypes: namesOf(answered, language),
});

/** All that the dual lists offer. */
export const useChoices = (): Loaded<Choices> => {
  const language = useLanguage();
  const loaded = useAnswered('all');
  const { value } = loaded;
  const choices = React.useMemo(() => (value === null ? null : choicesIn(value, language)), [value, language]);
  return { ...loaded, value: choices };
};

/** The access types alone, by name; nothing is asked for a reader who may not see them. */
export const useAccessTypes = (isAsked: boolean): Loaded<Option[]> => {
  const language = useLanguage();
  return mapLoaded(useData('GetAccessChoices', isAsked ? {} : null), ({ accessTypes }) =>
    accessTypes.map(({ key, labels }) => ({ id: key, label: labelIn(labels, language) }))
  );
};
