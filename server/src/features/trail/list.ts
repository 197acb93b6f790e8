import type { ListTrail, QueryOf, ResponseOf } from '../../../../contract';
import type { Strapi } from '../../kernel';
import type { ActivityRow } from '../activity';
import { reloadSettings } from '../settings';
import { findLines, type Cursor, type TrailFilter } from './filter';
import { presentLines, shownRows, type TrailReader } from './presenter';

const toCursor = (text: string | undefined): Cursor | null => {
  const [at, id] = (text ?? '').split('-').map(Number);
  return at === undefined || id === undefined ? null : { at, id };
};
export const cursorAfter = ({ at, id }: ActivityRow): Cursor => ({ at, id });

/** Whoever may not know a guest, a contact or a row learns nothing by asking for what is about it. */
export const mayAsk = async (
  strapi: Strapi,
  reader: TrailReader,
  { guestId, contactId, contentType, rowId }: TrailFilter
): Promise<boolean> => {
  const { caller, reads } = reader;
  const isAllowed =
    (guestId === undefined || caller.may('showsGuest')) &&
    (contactId === undefined || (caller.may('showsGuest') && caller.may('showsContact'))) &&
    (contentType === undefined || reads(contentType, null).kind !== 'none') &&
    (rowId === undefined || contentType !== undefined);
  if (!isAllowed || rowId === undefined || contentType === undefined) return isAllowed;
  return (await shownRows(strapi, reader, contentType, [rowId])).has(rowId);
};

export const listTrail = async (
  strapi: Strapi,
  { before, pageSize, ...filter }: QueryOf<typeof ListTrail>,
  reader: TrailReader
): Promise<ResponseOf<typeof ListTrail>> => {
  const { days } = (await reloadSettings(strapi)).trail;
  if (!(await mayAsk(strapi, reader, filter))) return { lines: [], next: null, days };
  const found = await findLines(strapi, filter, toCursor(before), pageSize + 1);
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    lines: await presentLines(strapi, reader, shown),
    next: found.length > pageSize && last ? `${last.at}-${last.id}` : null,
    days,
  };
};
