import type * as React from 'react';
import { getFetchClient, isFetchError, type StrapiApp } from '@strapi/strapi/admin';

/*
 * What the plugin adds to the content manager's pages, and what it asks of the content manager. Of Strapi's types, which it hands
 * to plugins as unknown, only the part that is needed.
 */

interface ActionDescription {
  label: string;
  icon: JSX.Element;
  position: ('table-row' | 'header')[];
  /** @returns true: the menu closes */
  onClick: () => true;
}

/** An action of one document: a component that answers its description. Without `position` it would run in every place. */
export interface DocumentAction {
  (props: { model: string; documentId?: string }): ActionDescription | null;
  position: ActionDescription['position'];
  type?: string;
}

/** What the page of a document is about, as its panels are told. */
interface EditView {
  model: string;
  /** Not there while a new row is written, and for single types. */
  documentId?: string;
  /** The version that is shown; not there while a new row is written. */
  document?: { documentId?: string; updatedAt?: string; status?: string };
}

/** A panel beside a document: a component that answers its description. */
export type SidePanel = (props: EditView) => { title: string; content: React.ReactNode } | null;

/** A column of the list; `label` is one of the panel's texts. */
export interface Column {
  attribute: { type: 'custom' };
  name: string;
  label: { id: string; defaultMessage: string };
  searchable: false;
  sortable: false;
  cellFormatter: (row: { documentId: string }) => React.ReactNode;
}

interface Additions {
  action: DocumentAction;
  /** Rendered once on the list and on the page of a document: what the action opens. */
  host: { name: string; Component: React.ComponentType };
  /** Stands beside a document, below Strapi's own panels. */
  panel: SidePanel;
  /** Asked as a list is rendered, with the plugin options of its content type. @returns the column, or null */
  columnFor: (options: unknown) => Column | null;
}

interface ListTable {
  displayedHeaders: unknown[];
  layout: { options?: unknown };
}

interface Apis {
  addDocumentAction: (change: (actions: DocumentAction[]) => DocumentAction[]) => void;
}

interface PanelApis {
  addEditViewSidePanel: (panels: SidePanel[]) => void;
}

const hasPanels = (apis: Record<string, unknown>): apis is Record<string, unknown> & PanelApis =>
  typeof apis.addEditViewSidePanel === 'function';

const hasActions = (apis: Record<string, unknown>): apis is Record<string, unknown> & Apis =>
  typeof apis.addDocumentAction === 'function';

/** Puts ours before "delete", which Strapi keeps last. */
const withAction = (actions: DocumentAction[], ours: DocumentAction): DocumentAction[] => {
  const end = actions.findIndex(({ type }) => type === 'delete');
  return end < 0 ? [...actions, ours] : actions.toSpliced(end, 0, ours);
};

/** Adds an action, its host, a panel and a column to the content manager's pages. */
export const extendContentManager = (
  app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>,
  { action, host, panel, columnFor }: Additions
): void => {
  const contentManager = app.getPlugin('content-manager');
  if (hasActions(contentManager.apis)) {
    contentManager.apis.addDocumentAction((actions) => withAction(actions, action));
  }
  if (hasPanels(contentManager.apis)) contentManager.apis.addEditViewSidePanel([panel]);
  contentManager.injectComponent('listView', 'actions', host);
  contentManager.injectComponent('editView', 'right-links', host);
  app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', <Table extends ListTable>(table: Table): Table => {
    const column = columnFor(table.layout.options);
    return column === null ? table : { ...table, displayedHeaders: [...table.displayedHeaders, column] };
  });
};

/** A row by its name, for a person to pick. */
export interface NamedRow {
  id: string;
  label: string;
}

const rowsShownMax = 20;

/** What the content manager found, or that the reader may not look there. */
export type FoundRows = { kind: 'found'; rows: NamedRow[] } | { kind: 'refused' };

const fieldAt = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (holder, name) =>
      typeof holder === 'object' && holder !== null ? Object.getOwnPropertyDescriptor(holder, name)?.value : undefined,
    value
  );

const textAt = (value: unknown, name: string): string | null => {
  const found = fieldAt(value, name);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : null;
};

const namingField = async (contentType: string): Promise<string> => {
  const { data } = await getFetchClient().get<unknown>(`/content-manager/content-types/${contentType}/configuration`);
  const name = fieldAt(data, 'data', 'contentType', 'settings', 'mainField');
  return typeof name === 'string' ? name : 'documentId';
};

/** Where the content manager shows a document of a collection. */
export const rowPath = (contentType: string, documentId: string): string =>
  `/content-manager/collection-types/${contentType}/${documentId}`;

/**
 * Rows of any content type whose text holds `typed`, named as the content manager names them. It asks the content manager,
 * so that nobody finds rows here that they may not read there.
 *
 * @throws FetchError for any failure but a refusal.
 */
export const findRows = async (contentType: string, typed: string): Promise<FoundRows> => {
  const search = new URLSearchParams({ page: '1', pageSize: String(rowsShownMax), ...(typed && { _q: typed }) });
  try {
    const [name, { data }] = await Promise.all([
      namingField(contentType),
      getFetchClient().get<unknown>(`/content-manager/collection-types/${contentType}?${search.toString()}`),
    ]);
    const results = fieldAt(data, 'results');
    const rows = (Array.isArray(results) ? results : []).flatMap((row: unknown) => {
      const id = textAt(row, 'documentId');
      return id === null ? [] : [{ id, label: textAt(row, name) ?? id }];
    });
    return { kind: 'found', rows };
  } catch (error) {
    if (isFetchError(error) && error.status === 403) return { kind: 'refused' };
    throw error;
  }
};
