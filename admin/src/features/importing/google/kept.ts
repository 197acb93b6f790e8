import { filledRows, type GridRow } from '../source/grid';

/*
 * What this window keeps while Google's page is shown in it, and nothing else can: the secret by which the server knows the browser again, and
 * what was typed into the grid.
 */

const secretName = 'guest-access.google';
const rowsName = 'guest-access.typed';

/** Storage that a browser may not have, or may have no room in. */
const quietly = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch {
    return null;
  }
};

const take = (name: string): string | null =>
  quietly(() => {
    const text = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return text;
  });

/** @throws where the window cannot keep anything: nobody would be known again */
export const keepSecret = (secret: string): void => sessionStorage.setItem(secretName, secret);
export const takeSecret = (): string | null => take(secretName);

export const keepRows = (rows: readonly GridRow[]): void => {
  const filled = filledRows(rows);
  if (filled.length > 0) quietly(() => sessionStorage.setItem(rowsName, JSON.stringify(filled)));
};

const isRow = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

/** The rows that were kept, null where there are none. */
export const takeRows = (): GridRow[] | null => {
  const text = take(rowsName);
  const rows: unknown = text === null ? null : quietly(() => JSON.parse(text));
  return Array.isArray(rows) && rows.every(isRow) ? rows : null;
};
