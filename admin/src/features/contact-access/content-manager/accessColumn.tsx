import { pluginId } from '../../../kernel/plugin';
import type { Column } from '../../../kernel/strapi/contentManager';
import { textId } from '../../../kernel/translate';
import { AccessCell } from './AccessCell';

/** Whether the list is one of contacts, by the plugin option that their content type carries. */
export const isContactList = (options: unknown): boolean => {
  if (typeof options !== 'object' || options === null) return false;
  const own: unknown = Object.entries(options).find(([key]) => key === pluginId)?.[1];
  return typeof own === 'object' && own !== null && 'contact' in own && own.contact === true;
};

/** The column "Accès invité" of the content manager's list of contacts. */
export const accessColumn: Column = {
  attribute: { type: 'custom' },
  name: 'guestAccess',
  label: { id: textId('access.action'), defaultMessage: 'Guest access' },
  searchable: false,
  sortable: false,
  cellFormatter: ({ documentId }) => <AccessCell contactId={documentId} />,
};
