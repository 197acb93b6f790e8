import { Flex, Typography } from '@strapi/design-system';
import { DualList } from '../../kernel/dual-list';
import { useTranslate } from '../../kernel/translate';
import type { Option } from '../../kernel/dual-list';
import type { Choices } from './choices';
import { withResources, type GrantsDraft } from '../../kernel/grants';

interface GrantsFieldsProps<Draft extends GrantsDraft> {
  choices: Choices;
  draft: Draft;
  onChange: (draft: Draft) => void;
  disabled?: boolean;
}

/** How many of the chosen rows are not in the list: the reader may not read them, and they stay as they are. */
const unseen = (chosen: ReadonlySet<string>, options: readonly Option[]): number => {
  const known = new Set(options.map(({ id }) => id));
  return [...chosen].filter((id) => !known.has(id)).length;
};

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
      {choices.resourceTypes.map(({ contentType, title, options }) => {
        const chosen = draft.resources.get(contentType) ?? new Set();
        const hidden = unseen(chosen, options);
        return (
          <Flex key={contentType} direction="column" alignItems="stretch" gap={2}>
            <DualList
              title={title}
              options={options}
              chosen={chosen}
              onChange={(ids) => onChange(withResources(draft, contentType, ids))}
              disabled={disabled}
            />
            {hidden > 0 && (
              <Typography variant="pi" textColor="neutral600">
                {translate('access.hiddenHeld', { count: hidden })}
              </Typography>
            )}
          </Flex>
        );
      })}
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
