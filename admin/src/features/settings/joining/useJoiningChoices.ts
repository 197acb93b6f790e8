import * as React from 'react';
import { labelIn, type AccessType } from '../../../../../contract';
import { useLanguage } from '../../../kernel/language';
import { useLoaded, type Loaded } from '../../../kernel/loaded';
import { loadChoices, type Choices } from '../../access';

/** What joiners can be given: the rows there are, and the access types as they stand on the page, saved or not. */
export const useJoiningChoices = (accessTypes: readonly AccessType[]): Loaded<Choices> => {
  const language = useLanguage();
  const loaded = useLoaded(React.useCallback((signal: AbortSignal) => loadChoices(language, signal), [language]));
  if (loaded.value === null) return loaded;
  const options = accessTypes.map(({ key, labels }) => ({ id: key, label: labelIn(labels, language) }));
  return { ...loaded, value: { ...loaded.value, accessTypes: options } };
};
