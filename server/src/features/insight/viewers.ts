import { rowActions, type ListViewers, type ResponseOf, type Viewer, type ViewerWay } from '../../../../contract';
import { modelOf, rows, type PanelCaller, type RowReader, type Strapi } from '../../kernel';
import { actionsOn, findViewers, waysOfViewers, waysTo, type AskedRow, type OpenWay } from '../access';
import { fullName } from '../contacts';
import { statesOf, type GuestRow } from '../guests';
import { GUEST, isOfferable } from '../settings';

/** Whether a row is one of a content type that guests may be given, and one that the content manager shows to whoever asks. */
export const isShown = async (strapi: Strapi, { uid, documentId }: AskedRow, reads: RowReader): Promise<boolean> => {
  if (!isOfferable(uid) || modelOf(strapi, uid) === null) return false;
  const shown = reads(uid, null);
  if (shown.kind === 'none') return false;
  const where = shown.kind === 'where' ? { $and: [{ documentId }, shown.where] } : { documentId };
  return (await rows(strapi, uid).count({ where })) > 0;
};

const presentWay = (way: OpenWay): ViewerWay => ({
  kind: way.kind,
  key: way.key,
  labels: way.labels,
  actions: actionsOn(way),
});

/** What is read of a guest. */
const shownFields = ['id', 'documentId', 'ownContact', 'lastName', 'firstName', 'closed', 'waiting'] as const;
type Shown = Pick<GuestRow, (typeof shownFields)[number]>;

/** Guests, in the order of their row ids, with the ways by which each reaches the row; named to who may see guests. */
const presentViewers = async (
  strapi: Strapi,
  ids: readonly number[],
  waysOf: ReadonlyMap<number, readonly OpenWay[]>,
  caller: PanelCaller
): Promise<Viewer[]> => {
  const found = await rows<Shown>(strapi, GUEST).findMany({ select: [...shownFields], where: { id: { $in: ids } } });
  const states = await statesOf(strapi, found);
  const byId = new Map(found.map((guest) => [guest.id, guest]));
  return ids.flatMap((id) => {
    const guest = byId.get(id);
    const through = (waysOf.get(id) ?? []).map(presentWay);
    if (guest === undefined || through.length === 0) return [];
    const { documentId, ownContact, lastName, firstName } = guest;
    const name = fullName({ lastName, firstName, company: null });
    return {
      guest: caller.may('showsGuest') ? { documentId, name, contactId: ownContact } : null,
      state: states.get(documentId) ?? 'closed',
      actions: rowActions.filter((action) => through.some(({ actions }) => actions.includes(action))),
      through,
    };
  });
};

/** One page of the guests who see a row now, by which ways, and what they may do with it. */
export const listViewers = async (
  strapi: Strapi,
  row: AskedRow,
  { page, pageSize }: { page: number; pageSize: number },
  caller: PanelCaller
): Promise<ResponseOf<typeof ListViewers>> => {
  const ways = await waysTo(strapi, row.uid);
  const { ids, openTotal, closedTotal } = await findViewers(strapi, row, ways, { page, pageSize });
  const waysOf = await waysOfViewers(strapi, row, ways, ids);
  return {
    viewers: await presentViewers(strapi, ids, waysOf, caller),
    pagination: { page, pageSize, pageCount: Math.ceil(openTotal / pageSize), total: openTotal },
    closedTotal,
  };
};
