import { labelIn } from '../../../../../contract';
import type { AccessType } from '../../../../../contract';
import { useLanguage } from '../../../kernel/language';
import { useTranslate } from '../../../kernel/translate';
import { useNames } from '../site';
import type { Grants } from './grants';

/** What is given, in a line: how many rows of each resource type, and the accesses by name. */
export const useGrantWords = (accessTypes: readonly AccessType[]): ((grants: Grants) => string) => {
  const translate = useTranslate();
  const language = useLanguage();
  const names = useNames();
  const nameOf = (key: string) => {
    const found = accessTypes.find((one) => one.key === key);
    return found === undefined ? translate('settings.gone', { name: key }) : labelIn(found.labels, language);
  };
  return (grants) => {
    const parts = [
      ...grants.resources.map(({ contentType, documentIds }) =>
        translate('settings.grants.resource', { name: names.resourceType(contentType), count: documentIds.length })
      ),
      ...grants.accessTypes.map(nameOf),
    ];
    return parts.length === 0 ? translate('settings.grants.nothing') : parts.join(' · ');
  };
};
