import { Flex } from '@strapi/design-system';
import { DualList } from '../../kernel/dual-list';
import { useTranslate } from '../../kernel/translate';
import type { Choices } from './choices';
import { withResources, type GrantsDraft } from '../../kernel/grants';

interface GrantsFieldsProps<Draft extends GrantsDraft> {
  choices: Choices;
  draft: Draft;
  onChange: (draft: Draft) => void;
  disabled?: boolean;
}

/** The dual lists: one for each resource type ("Projet"), and one for the access types ("Accès"). */
export const GrantsFields = <Draft extends GrantsDraft>({
  choices,
  draft,
  onChange,
  disabled,
}: GrantsFieldsProps<Draft>) => {
  const translate = useTranslate();
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {choices.resourceTypes.map(({ contentType, title, options }) => (
        <DualList
          key={contentType}
          title={title}
          options={options}
          chosen={draft.resources.get(contentType) ?? new Set()}
          onChange={(ids) => onChange(withResources(draft, contentType, ids))}
          disabled={disabled}
        />
      ))}
      <DualList
        title={translate('access.accessTypes')}
        options={choices.accessTypes}
        chosen={draft.accessTypes}
        onChange={(accessTypes) => onChange({ ...draft, accessTypes })}
        disabled={disabled}
      />
    </Flex>
  );
};
