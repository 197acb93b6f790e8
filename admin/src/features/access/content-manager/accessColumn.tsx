import { pluginId } from '../../../kernel/plugin';
import { textId } from '../../../kernel/translate';
import { AccessCell } from './AccessCell';

/** What the hook of the content manager's list is given; the part of its types that is needed here. */
interface ListTable {
  displayedHeaders: unknown[];
  layout: { options?: unknown };
}

const isContactList = (options: unknown): boolean => {
  if (typeof options !== 'object' || options === null) return false;
  const own: unknown = Object.entries(options).find(([key]) => key === pluginId)?.[1];
  return typeof own === 'object' && own !== null && 'contact' in own && own.contact === true;
};

const header = {
  attribute: { type: 'custom' },
  name: 'guestAccess',
  label: { id: textId('access.action'), defaultMessage: 'Guest access' },
  searchable: false,
  sortable: false,
  cellFormatter: (contact: { documentId: string }) => <AccessCell contactId={contact.documentId} />,
};

/**
 * Adds the column "Accès invité" to the content manager's list of contacts, known by the plugin option that the content
 * type carries. The hook is synchronous, so whether the reader may see it was asked before the panel is shown.
 */
export const addAccessColumn =
  (isShown: () => boolean) =>
  <Table extends ListTable>(table: Table): Table =>
    isShown() && isContactList(table.layout.options)
      ? { ...table, displayedHeaders: [...table.displayedHeaders, header] }
      : table;
