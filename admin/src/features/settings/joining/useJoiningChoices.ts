import { labelIn, type AccessType } from '../../../../../contract';
import { useLanguage } from '../../../kernel/language';
import { mapLoaded, type Loaded } from '../../../kernel/useData';
import { useChoices, type Choices } from '../../contact-access';

/** What joiners can be given: the rows there are, and the access types as they stand on the page, saved or not. */
export const useJoiningChoices = (accessTypes: readonly AccessType[]): Loaded<Choices> => {
  const language = useLanguage();
  return mapLoaded(useChoices(), (choices) => ({
    ...choices,
    accessTypes: accessTypes.map(({ key, labels }) => ({ id: key, label: labelIn(labels, language) })),
  }));
};
