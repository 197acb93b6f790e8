import type { ListTrail, QueryOf, ResponseOf } from '../../../../contract';
import type { Strapi } from '../../kernel';
import type { ActivityRow } from '../activity';
import { reloadSettings } from '../settings';
import { findLines, type Cursor, type TrailFilter } from './filter';
import { presentLines, type TrailReader } from './presenter';

const toCursor = (text: string | undefined): Cursor | null => {
  const [at, id] = (text ?? '').split('-').map(Number);
  return at === undefined || id === undefined ? null : { at, id };
};
export const cursorAfter = ({ at, id }: ActivityRow): Cursor => ({ at, id });

/** Whoever may not know a guest, a contact or a row learns nothing by asking for what is about it. */
export const mayAsk = (
  { caller, reads }: TrailReader,
  { guestId, contactId, contentType, rowId }: TrailFilter
): boolean =>
  (guestId === undefined || caller.may('showsGuest')) &&
  (contactId === undefined || (caller.may('showsGuest') && caller.may('showsContact'))) &&
  (contentType === undefined || reads(contentType, null).kind !== 'none') &&
  (rowId === undefined || contentType !== undefined);

export const listTrail = async (
  strapi: Strapi,
  { before, pageSize, ...filter }: QueryOf<typeof ListTrail>,
  reader: TrailReader
): Promise<ResponseOf<typeof ListTrail>> => {
  const { days } = (await reloadSettings(strapi)).trail;
  if (!mayAsk(reader, filter)) return { lines: [], next: null, days };
  const found = await findLines(strapi, filter, toCursor(before), pageSize + 1);
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    lines: await presentLines(strapi, reader, shown),
    next: found.length > pageSize && last ? `${last.at}-${last.id}` : null,
    days,
  };
};
