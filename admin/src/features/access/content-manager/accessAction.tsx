import { Key } from '@strapi/icons';
import { contactUid } from '../../../kernel/plugin';
import { useAllowed } from '../../../kernel/permissions';
import { useTranslate } from '../../../kernel/translate';
import { openAccessDialog } from './dialogStore';

/** What the content manager tells an action, and what it takes back; the part of its types that is needed here. */
interface ActionProps {
  model: string;
  documentId?: string;
}
interface Action {
  label: string;
  icon: JSX.Element;
  position: ('table-row' | 'header')[];
  onClick: () => true;
}

/** "Accès invité" in the menu of each contact, in the list and in the edit view. A component that returns its description. */
export const AccessAction = ({ model, documentId }: ActionProps): Action | null => {
  const translate = useTranslate();
  const { may } = useAllowed();
  if (model !== contactUid || documentId === undefined || !may('access.read')) return null;
  return {
    label: translate('access.action'),
    icon: <Key aria-hidden />,
    position: ['table-row', 'header'],
    onClick: () => {
      openAccessDialog(documentId);
      return true;
    },
  };
};

// Strapi looks at this before it renders: without it the component would run in every place of every content type.
AccessAction.position = ['table-row', 'header'] satisfies Action['position'];
