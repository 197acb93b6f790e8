import { getFetchClient, isFetchError } from '@strapi/strapi/admin';

/** A row by its name, for a person to pick. */
export interface NamedRow {
  id: string;
  label: string;
}

export const rowsShownMax = 20;

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

const namingField = async (contentType: string, signal: AbortSignal): Promise<string> => {
  const { get } = getFetchClient();
  const { data } = await get<unknown>(`/content-manager/content-types/${contentType}/configuration`, { signal });
  const name = fieldAt(data, 'data', 'contentType', 'settings', 'mainField');
  return typeof name === 'string' ? name : 'documentId';
};

/**
 * Rows of any content type whose text holds `typed`, named as the content manager names them. It asks the content manager,
 * so that nobody finds rows here that he may not read there.
 *
 * @throws FetchError for any failure but a refusal.
 */
export const findRows = async (contentType: string, typed: string, signal: AbortSignal): Promise<FoundRows> => {
  const { get } = getFetchClient();
  const search = new URLSearchParams({ page: '1', pageSize: String(rowsShownMax), ...(typed && { _q: typed }) });
  try {
    const [name, { data }] = await Promise.all([
      namingField(contentType, signal),
      get<unknown>(`/content-manager/collection-types/${contentType}?${search.toString()}`, { signal }),
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
