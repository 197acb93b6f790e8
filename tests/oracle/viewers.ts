import type { ListViewers, ResponseOf } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administrator, as } from '../support';
import { Rights } from './rights';
import type { World } from './world';

/** Asks of every document of a world who sees it, and says where the answer is not what the rules say of each guest. Null: nowhere. */
export const askViewers = async (world: World): Promise<string | null> => {
  const admin = as(await administrator());
  const rightsOf = world.guests.map((guest) => new Rights(world, guest));
  for (const uid of world.plan.contentTypes) {
    const rows = world.rows.get(uid) ?? [];
    for (const documentId of new Set(rows.map((row) => row.documentId))) {
      const versions = rows.filter((row) => row.documentId === documentId);
      const expected = rightsOf.flatMap((rights) =>
        versions.some((row) => rights.isVisible(row)) ? [rights.guest.contact] : []
      );
      const path = `${pathTo('ListViewers')}?contentType=${uid}&documentId=${documentId}&pageSize=100`;
      const { status, body } = await admin.get(path);
      if (status !== 200) return `who sees ${uid} ${documentId}: ${status} ${JSON.stringify(body)}`;
      const { viewers }: ResponseOf<typeof ListViewers> = body.data;
      const told = viewers.flatMap(({ guest }) => (guest?.contactId ? [guest.contactId] : []));
      const ours = told.filter((contact) => world.guests.some((guest) => guest.contact === contact));
      if (ours.sort().join() !== expected.sort().join()) {
        return `who sees ${uid} ${documentId}: ${ours.join()}, not ${expected.join()}`;
      }
    }
  }
  return null;
};
