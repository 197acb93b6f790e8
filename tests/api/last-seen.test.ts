import { setTimeout as wait } from 'node:timers/promises';
import { pathTo } from '../../contract/routes';
import { deleteEnded } from '../../server/src/features/sessions/repository';
import { fillLastSeen } from '../../server/src/features/sessions/last-seen';
import { administrator, as, logInByKey, makeGuest, makePerson, type MadeGuest } from '../support';

const table = () => site.strapi.db.connection('guest_access_guests');
const idOf = ({ access }: MadeGuest): string => access.guestId ?? '';

interface Row {
  last_seen_at: number | string | null;
  version: number;
  updated_at: unknown;
}
const rowOf = (guest: string): Promise<Row | undefined> =>
  table().where({ document_id: guest }).first('last_seen_at', 'version', 'updated_at');
const setSeen = (guest: string, at: number | null) =>
  table().where({ document_id: guest }).update({ last_seen_at: at });

/** What the panel says of a guest. */
const shown = async (guest: string): Promise<string | null> =>
  (
    await as(await administrator())
      .get(pathTo('GetGuest', { guestId: guest }))
      .expect(200)
  ).body.data.lastSeenAt;

/** Nobody waits for the note: it is there a moment later. */
const noted = async (guest: string, since: number): Promise<number> => {
  for (let times = 0; times < 100; times += 1) {
    const at = Number((await rowOf(guest))?.last_seen_at ?? 0);
    if (at >= since) return at;
    await wait(20);
  }
  throw new Error('It was not noted that the guest was here');
};

const minuteMs = 60_000;

describe('when a guest was here last', () => {
  it('is kept when the session ends, is tidied away, or the access is closed', async () => {
    const start = Date.now();
    const guest = await makeGuest();
    const at = await noted(idOf(guest), start);
    const said = new Date(at).toISOString();
    await as(guest.actor).post(pathTo('LogOut')).expect(204);
    expect(await shown(idOf(guest))).toBe(said);

    await logInByKey(guest.key);
    await site.strapi.db
      .connection('guest_access_vault_sessions')
      .where({ guest: idOf(guest) })
      .update({ ends_at: 1 });
    await deleteEnded(site.strapi, Date.now());
    expect(await shown(idOf(guest))).toBe(said);

    const { version } = (await rowOf(idOf(guest))) ?? { version: 0 };
    await as(await administrator())
      .put(pathTo('SetGuestClosed', { guestId: idOf(guest) }), { version, closed: true })
      .expect(200);
    expect(await shown(idOf(guest))).toBe(said);
  });

  it('is written once a minute, with the session, and changes nothing else of the guest', async () => {
    const guest = await makeGuest();
    const first = await noted(idOf(guest), 1);
    const before = await rowOf(idOf(guest));
    const again = await logInByKey(guest.key);
    await as(again.actor).get(pathTo('GetMe')).expect(200);
    await wait(100);
    expect(Number((await rowOf(idOf(guest)))?.last_seen_at)).toBe(first);

    const longAgo = Date.now() - 2 * minuteMs;
    await setSeen(idOf(guest), longAgo);
    await site.strapi.db
      .connection('guest_access_vault_sessions')
      .where({ guest: idOf(guest) })
      .update({ seen_at: longAgo });
    await as(again.actor).get(pathTo('GetMe')).expect(200);
    const second = await noted(idOf(guest), longAgo + 1);
    expect(second).toBeGreaterThan(longAgo + minuteMs);
    expect(await rowOf(idOf(guest))).toEqual({ ...before, last_seen_at: expect.anything() });
  });

  it('is nothing that an editor does who looks as the guest', async () => {
    const { guest } = await makePerson();
    const { body } = await as(await administrator())
      .post(pathTo('StartPreview', { guestId: guest.documentId }))
      .expect(200);
    const answer = await as({ name: 'nobody', headers: { Origin: site.url } })
      .post(pathTo('LogInByPreview'), { ticket: body.data.link.split('#')[1] })
      .expect(200);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    await site.strapi.db
      .connection('guest_access_vault_sessions')
      .where({ guest: guest.documentId })
      .update({ seen_at: Date.now() - 2 * minuteMs });
    await as({ name: 'looker', headers: { Cookie: cookie, 'Guest-Access': 'cookie' } })
      .get(pathTo('GetMe'))
      .expect(200);
    await wait(100);
    expect(await shown(guest.documentId)).toBeNull();
  });

  it('is told of those whom an earlier version knew by their session, their key, or the log alone', async () => {
    const [bySession, byKey, byLog, never] = [
      await makeGuest(),
      await makeGuest(),
      await makeGuest(),
      await makePerson(),
    ];
    const there = [bySession, byKey, byLog].map(idOf);
    for (const guest of there) await noted(guest, 1);
    const db = site.strapi.db.connection;
    await db('guest_access_vault_sessions')
      .whereIn('guest', [idOf(byKey), idOf(byLog)])
      .delete();
    await db('guest_access_vault_keys')
      .where({ guest: idOf(byLog) })
      .update({ last_used_at: null });
    for (const guest of there) await setSeen(guest, null);
    await fillLastSeen(site.strapi);
    for (const guest of there) expect(await shown(guest)).toMatch(/^\d{4}-.*Z$/);
    expect(await shown(never.guest.documentId)).toBeNull();
  });

  it('orders the list of guests; those who never came come last', async () => {
    const q = `Vu${Date.now()}`;
    const [early, late, never] = [
      await makePerson({ lastName: `${q} A` }),
      await makePerson({ lastName: `${q} B` }),
      await makePerson({ lastName: `${q} C` }),
    ].map(({ guest }) => guest.documentId) as [string, string, string];
    await setSeen(early, 1_000);
    await setSeen(late, 2_000);
    const order = async (direction: string) => {
      const { body } = await as(await administrator())
        .get(`${pathTo('ListGuests')}?q=${q}&sort=lastSeenAt&direction=${direction}`)
        .expect(200);
      return body.data.guests.map(({ documentId }: { documentId: string }) => documentId);
    };
    expect(await order('asc')).toEqual([early, late, never]);
    expect(await order('desc')).toEqual([late, early, never]);
  });
});
