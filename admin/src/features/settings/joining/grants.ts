import type { JoiningDomain } from '../../../../../contract';
import type { Choices } from '../../contact-access';
import type { Option } from '../../../kernel/dual-list';

/** What joiners are given. */
export type Grants = Pick<JoiningDomain, 'resources' | 'accessTypes'>;

/** The options with those that were chosen and are not there any more: else nobody could take them away. */
export const withGone = (
  options: readonly Option[],
  chosen: readonly string[],
  labelOf: (id: string) => string
): Option[] => {
  const known = new Set(options.map(({ id }) => id));
  return [...options, ...chosen.filter((id) => !known.has(id)).map((id) => ({ id, label: labelOf(id) }))];
};

/** What the dual lists offer, with what was chosen of it and is gone. */
export const offered = (choices: Choices, grants: Grants, labelOf: (id: string) => string): Choices => ({
  ...choices,
  resourceTypes: choices.resourceTypes.map((type) => ({
    ...type,
    options: withGone(
      type.options,
      grants.resources.find(({ contentType }) => contentType === type.contentType)?.documentIds ?? [],
      labelOf
    ),
  })),
  accessTypes: withGone(choices.accessTypes, grants.accessTypes, labelOf),
});
