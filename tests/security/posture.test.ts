import { randomUUID } from 'node:crypto';
import { reasonMax, type ContactAccess, type Finding, type Permission } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  apiToken,
  as,
  codeOf,
  editor,
  foundNow,
  lookAtPosture,
  makeGuest,
  makeProject,
  nobody,
  siteUser,
  withJoining,
  type Actor,
} from '../support';

const accept = (actor: Actor, { id, mark }: Pick<Finding, 'id' | 'mark'>, reason: unknown) =>
  as(actor).put(pathTo('AcceptFinding', { finding: id }), { mark, reason } as object);
const reopen = (actor: Actor, { id }: Pick<Finding, 'id'>) =>
  as(actor).delete(pathTo('ReopenFinding', { finding: id }));
const repair = (actor: Actor, { id, mark }: Pick<Finding, 'id' | 'mark'>, body: object = {}) =>
  as(actor).post(pathTo('RepairFinding', { finding: id }), { mark, ...body });

const finding: Finding['id'] = 'rule-all';

describe('what a site’s weak points are', () => {
  it('is read by nobody without the right to it', async () => {
    const guest = await makeGuest();
    const others: Permission[] = ['settings.read', 'settings.update', 'access.read', 'guests.read', 'posture.manage'];
    for (const actor of [nobody, guest.actor, await siteUser(), await apiToken('full-access')]) {
      const { status } = await as(actor).get(pathTo('GetPosture'));
      expect([actor.name, status]).toEqual([actor.name, 401]);
    }
    await as(await editor(others))
      .get(pathTo('GetPosture'))
      .expect(403);
    // Nor by the content API.
    await as(guest.actor)
      .get(`/api${pathTo('GetPosture')}`)
      .expect(404);
  });

  it('is accepted and mended by nobody who may only read it', async () => {
    const reader = await editor(['posture.read', 'settings.update', 'keys.revoke']);
    const found = await foundNow(finding, reader);
    await accept(reader, found, 'So').expect(403);
    await reopen(reader, found).expect(403);
    await repair(reader, found).expect(403);
  });

  it('names no guest, role or token to who may not read them elsewhere; the numbers and marks are the same', async () => {
    const name = randomUUID();
    const [present, gone] = [`Nom-${name}`, `Jeton-${name}`];
    const { access } = await makeGuest({ contact: { lastName: present } });
    await site.strapi
      .service('admin::api-token')
      .create({ name: gone, description: '', type: 'full-access', lifespan: null });
    await editor(['access.preview']);
    const alone = await lookAtPosture(await editor(['posture.read']));
    const whole = await lookAtPosture();
    const text = JSON.stringify(alone);
    for (const word of [present, gone, access.guestId ?? '?', ...(await guestNames())])
      expect(text).not.toContain(word);
    const plain = ({ id, count, mark, severity }: Finding) => ({ id, count, mark, severity });
    expect(alone.findings.map(plain)).toEqual(whole.findings.map(plain));
    const namesOf = (id: Finding['id']) => alone.findings.find((one) => one.id === id)?.examples ?? [];
    for (const id of ['endless-keys', 'unused-guests', 'keys-of-closed'] as const) expect(namesOf(id)).toEqual([]);
    for (const id of ['roles-beyond', 'roles-see-rows', 'api-tokens'] as const) {
      expect(namesOf(id).map((one) => [one.name, one.pageId])).toEqual(namesOf(id).map(() => [null, null]));
    }
    const withGuests = await lookAtPosture(await editor(['posture.read', 'guests.read']));
    expect(withGuests.findings.find(({ id }) => id === 'endless-keys')?.examples.length).toBeGreaterThan(0);
  });

  it('has nothing that lets somebody in', async () => {
    const { key, token } = await makeGuest();
    const text = JSON.stringify(await lookAtPosture());
    for (const secret of [key, token]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/g[a-z]{2}_[0-9A-Za-z]{36}/);
  });
});

const guestNames = async (): Promise<string[]> => {
  const rows = await site.strapi.db.query('plugin::guest-access.guest').findMany({ select: ['documentId'], limit: 50 });
  return rows.map(({ documentId }) => String(documentId));
};

describe('a repair', () => {
  it('takes what taking it away takes elsewhere, and does nothing else', async () => {
    const manager = await editor(['posture.manage']);
    await makeGuest();
    const keys = () => site.strapi.db.connection('guest_access_vault_keys').orderBy('id');
    const before = await keys();
    const found = await foundNow('endless-keys');
    expect(codeOf(await repair(manager, found).expect(403))).toBe('access_decides');
    expect(await keys()).toEqual(before);
    const able = await editor(['posture.manage', 'keys.revoke']);
    await repair(able, found, { days: 2 }).expect(200);
  });

  it('is of one of two who click at once, and opens nothing', async () => {
    const domains = [{ domain: 'gmail.com', resources: [], accessTypes: [] }];
    await withJoining({ mode: 'domains', domains }, async () => {
      const found = await foundNow('free-mail-domains');
      const admin = await administrator();
      const answers = await Promise.all([repair(admin, found), repair(admin, found)]);
      expect(answers.map(({ status }) => status)).toContain(200);
      for (const { status } of answers) expect([200, 409]).toContain(status);
      const { settings } = (await as(admin).get(pathTo('GetSettings')).expect(200)).body.data;
      expect(settings.joining).toMatchObject({ mode: 'domains', domains: [] });
    });
  });

  it('is of what was seen: what joined it meanwhile is asked about first', async () => {
    await makeGuest();
    const found = await foundNow('endless-keys');
    await makeGuest();
    expect(codeOf(await repair(await administrator(), found).expect(409))).toBe('conflict');
    expect((await foundNow('endless-keys')).count).toBe(found.count + 1);
  });

  it('is none where the way is another page, nor of what is not there', async () => {
    const admin = await administrator();
    expect(codeOf(await repair(admin, await foundNow(finding)).expect(404))).toBe('not_found');
    for (const id of ['no-such-finding', 'constructor', '__proto__', '../settings']) {
      expect((await as(admin).post(pathTo('RepairFinding', { finding: id }), { mark: 'x' })).status).toBe(400);
    }
  });

  it.each([0, -1, 366, 1.5, '30', null])('gives keys no end of %p days', async (days) => {
    await makeGuest();
    const found = await foundNow('endless-keys');
    expect(codeOf(await repair(await administrator(), found, { days }).expect(400))).toBe('invalid_body');
    expect((await foundNow('endless-keys')).mark).toBe(found.mark);
  });

  it('never lengthens a key', async () => {
    const { access } = await makeGuest();
    const mine = () => site.strapi.db.connection('guest_access_vault_keys').where({ guest: access.guestId });
    const end = Date.now() + 3_600_000;
    await mine().update({ expires_at: end });
    await makeGuest();
    await repair(await administrator(), await foundNow('endless-keys'), { days: 365 }).expect(200);
    expect(Number((await mine().first()).expires_at)).toBe(end);
  });
});

describe('a reason', () => {
  it('is kept and answered as it was typed, whatever it is, and is bounded', async () => {
    const admin = await administrator();
    const found = await foundNow(finding);
    const hostile = `<img src=x onerror=alert(1)> {{link}} '; DROP TABLE guest_access_accepted_findings; -- ${'é'.repeat(300)} 🙂`;
    await accept(admin, found, hostile).expect(204);
    expect((await foundNow(finding)).acceptance?.reason).toBe(hostile);
    await reopen(admin, found).expect(204);
    for (const reason of ['', '   ', 'a'.repeat(reasonMax + 1), 'a\u0000b', 'a\nb', 7, null, { a: 1 }, ['a']]) {
      expect(codeOf(await accept(admin, found, reason).expect(400))).toBe('invalid_body');
    }
    expect((await foundNow(finding)).acceptance).toBeNull();
    await accept(admin, found, '🙂'.repeat(reasonMax / 2)).expect(204);
    await reopen(admin, found).expect(204);
  });
});

describe('while guests are off', () => {
  it('nothing of it is there', async () => {
    const admin = await administrator();
    const found = await foundNow(finding);
    const { settings } = (await as(admin).get(pathTo('GetSettings')).expect(200)).body.data;
    await as(admin)
      .put(pathTo('SaveSettings'), { ...settings, guests: false })
      .expect(200);
    try {
      await as(admin).get(pathTo('GetPosture')).expect(404);
      await accept(admin, found, 'So').expect(404);
      await repair(admin, found).expect(404);
    } finally {
      await as(admin).put(pathTo('SaveSettings'), settings).expect(200);
    }
  });
});

describe('the rights of a guest', () => {
  it('are not touched by what is taken away of others: rows in reach stay', async () => {
    const project = await makeProject();
    const { actor, contact } = await makeGuest({ projects: [project] });
    await site.strapi.db.connection('guest_access_grants').insert({
      guest: 'x'.repeat(24),
      subject_type: 'api::project.project',
      subject: 'y'.repeat(24),
      document_id: randomUUID(),
    });
    await repair(await administrator(), await foundNow('dead-grants')).expect(200);
    const { body } = await as(actor).get('/api/projects').expect(200);
    expect(body.data.map(({ documentId }: { documentId: string }) => documentId)).toEqual([project.documentId]);
    const access: ContactAccess = (
      await as(await administrator())
        .get(pathTo('GetContactAccess', { contactId: contact.documentId }))
        .expect(200)
    ).body.data;
    expect(access.accessTypes).toEqual(['tasks']);
  });
});
