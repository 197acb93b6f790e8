import type { InvitationLink } from '../../../../contract/invitations';
import type { Translate } from '../../kernel/translate';
import type { Names } from './useLinks';

type Given = Pick<InvitationLink, 'addAs' | 'resources' | 'accessTypes'>;

/** What a link gives, in a few words: "Contact seulement", or "Projets : 3 · Tâches · Absences". */
export const givenIn = (translate: Translate, { addAs, resources, accessTypes }: Given, names: Names): string => {
  if (addAs === 'contact') return translate('invitations.gives.contact');
  const parts = [
    ...resources.map(({ contentType, documentIds }) =>
      translate('invitations.gives.resources', {
        name: names.get(contentType) ?? contentType,
        count: documentIds.length,
      })
    ),
    ...accessTypes.map((key) => names.get(key) ?? key),
  ];
  return parts.length === 0 ? translate('invitations.gives.nothing') : parts.join(' · ');
};
