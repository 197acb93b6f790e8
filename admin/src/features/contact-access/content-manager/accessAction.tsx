import { Key } from '@strapi/icons';
import { contactUid } from '../../../kernel/plugin';
import { useAllowed } from '../../../kernel/permissions';
import type { DocumentAction } from '../../../kernel/strapi/contentManager';
import { useTranslate } from '../../../kernel/translate';
import { openAccessDialog } from './dialogStore';

/** "Accès invité" in the menu of each contact, in the list and in the edit view. A component that returns its description. */
export const AccessAction: DocumentAction = ({ model, documentId }) => {
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

AccessAction.position = ['table-row', 'header'];
