import { pathTo } from '../../contract/routes';
import {
  administrator,
  apiToken,
  as,
  codeOf,
  editor,
  guestWith,
  makeGuest,
  makeProject,
  makeTask,
  nobody,
  type Made,
  type MadeGuest,
} from '../support';

const redeem = (ticket: unknown, headers: Record<string, string> = { Origin: site.url }) =>
  as({ name: 'page', headers }).post(pathTo('LogInByPreview'), { ticket });

describe('D04 looking as a guest', () => {
  let guest: MadeGuest;
  let task: Made;
  beforeAll(async () => {
    const project = await makeProject();
    task = await makeTask({ project, comment: 'avant' });
    guest = await makeGuest({ projects: [project], accessTypes: ['tasks', 'activity-reports'] });
  });

  const guestId = async (): Promise<string> => {
    const { body } = await as(guest.actor).get(pathTo('GetMe')).expect(200);
    return body.data.documentId;
  };
  const start = async (): Promise<string> => {
    const { body } = await as(await administrator())
      .post(pathTo('StartPreview', { guestId: await guestId() }))
      .expect(200);
    return body.data.link.split('#')[1];
  };
  /** The headers of a page that looks: its cookie, and that it means it. */
  const look = async (): Promise<Record<string, string>> => {
    const answer = await redeem(await start());
    expect(answer.status).toBe(200);
    const [line = ''] = [answer.headers['set-cookie'] ?? ''].flat();
    return { Cookie: line.split(';')[0] ?? '', 'Guest-Access': 'cookie', Origin: site.url };
  };

  it('needs its own permission', async () => {
    for (const actor of [nobody, guest.actor, await apiToken('full-access')])
      expect((await as(actor).post(pathTo('StartPreview', { guestId: await guestId() }))).status).toBe(401);
    await as(await editor(['access.read', 'access.manage', 'keys.issue']))
      .post(pathTo('StartPreview', { guestId: await guestId() }))
      .expect(403);
  });

  it('shows nothing of whose access is closed', async () => {
    const { contact, access } = await makeGuest();
    const admin = as(await administrator());
    const { version, guestId: id } = access;
    const closed = { version, closed: true, resources: [], accessTypes: [] };
    await admin.put(pathTo('SaveContactAccess', { contactId: contact.documentId }), closed).expect(200);
    const answer = await admin.post(pathTo('StartPreview', { guestId: id ?? '' }));
    expect([answer.status, codeOf(answer)]).toEqual([409, 'conflict']);
  });

  it('changes nothing, by no way', async () => {
    const page = as({ name: 'preview', headers: await look() });
    await page.get(`/api/tasks/${task.documentId}`).expect(200);
    expect((await page.put(`/api/tasks/${task.documentId}`, { data: { comment: 'après' } })).status).toBe(403);
    expect((await page.post('/api/activity-reports', { data: { text: 'x' } })).status).toBe(403);
    expect((await page.delete(`/api/tasks/${task.documentId}`)).status).toBe(403);
    await page.graphql(
      `mutation { updateTask(documentId: "${task.documentId}", data: { comment: "après" }) { comment } }`
    );
    const { body } = await as(guest.actor).get(`/api/tasks/${task.documentId}`).expect(200);
    expect(body.data.comment).toBe('avant');
  });

  it('is no way to see more than the guest does', async () => {
    const hidden = await makeTask({ title: 'CACHE-B' });
    const page = as({ name: 'preview', headers: await look() });
    await page.get(`/api/tasks/${hidden.documentId}`).expect(404);
    expect((await page.get('/api/tasks?populate=*')).text).not.toContain('CACHE-B');
    expect((await page.get(pathTo('ListContacts'))).status).toBe(401);
  });

  it('takes a ticket once, of fifty at the same time too', async () => {
    const ticket = await start();
    const answers = await Promise.all(Array.from({ length: 50 }, () => redeem(ticket).then(({ status }) => status)));
    expect(answers.filter((status) => status === 200)).toHaveLength(1);
    expect(answers.filter((status) => status !== 200 && status !== 401)).toEqual([]);
    expect((await redeem(ticket)).status).toBe(401);
  });

  it('takes no ticket that is a key, a token, or nothing, and no key that is a ticket', async () => {
    const ticket = await start();
    for (const wrong of [guest.key, guest.token, `${ticket}x`, ticket.slice(0, -1)])
      expect((await redeem(wrong)).status).toBe(401);
    for (const wrong of ['', null, 5, ['x'], { $ne: '' }, true]) expect((await redeem(wrong)).status).toBe(400);
    expect((await as(nobody).post(pathTo('LogInByKey'), { key: ticket })).status).toBe(401);
    expect((await as(guestWith(ticket)).get('/api/tasks')).status).toBe(401);
    expect((await as(nobody).get(`/api/tasks?x=${ticket}`)).status).toBe(400);
    expect((await redeem(ticket)).status).toBe(200);
  });

  it('is not started from the page of another site', async () => {
    const ticket = await start();
    for (const headers of [{ Origin: 'https://evil.tld' }, { Origin: 'null' }, {}] as Record<string, string>[]) {
      const answer = await redeem(ticket, headers);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.status).toBe(403);
    }
  });

  it('ends with the guest’s access', async () => {
    const headers = await look();
    await as({ name: 'preview', headers }).get(pathTo('GetMe')).expect(200);
    await as(await administrator())
      .delete(pathTo('DeleteContactAccess', { contactId: guest.contact.documentId }))
      .expect(204);
    await as({ name: 'preview', headers }).get(pathTo('GetMe')).expect(401);
  });
});

describe('saving the settings', () => {
  it('N1 by several at once does not make the self-check misjudge and close what is covered', async () => {
    const project = await makeProject();
    const task = await makeTask({ project });
    const { actor } = await makeGuest({ projects: [project] });
    const admin = as(await administrator());
    const { body } = await admin.get(pathTo('GetSettings')).expect(200);
    const { settings } = body.data;
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => admin.put(pathTo('SaveSettings'), settings).then(({ status }) => status))
      );
      expect(answers.filter((status) => ![200, 409].includes(status))).toEqual([]);
      await as(actor).get(`/api/tasks/${task.documentId}`).expect(200);
      const coverage = await admin.get(pathTo('GetCoverage')).expect(200);
      expect(coverage.body.data.closed).toEqual([]);
    }
  });

  it('N1 shows no guest anything in between', async () => {
    const project = await makeProject();
    const hidden = await makeTask({ title: 'CACHE-B' });
    await makeTask({ project });
    const { actor } = await makeGuest({ projects: [project] });
    const admin = as(await administrator());
    const { settings } = (await admin.get(pathTo('GetSettings')).expect(200)).body.data;
    const saving = Promise.all([1, 2, 3].map(() => admin.put(pathTo('SaveSettings'), settings).then()));
    const reads = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        as(actor)
          .get(index % 2 ? '/api/tasks?populate=*' : `/api/tasks/${hidden.documentId}`)
          .then(({ text }) => text)
      )
    );
    await saving;
    for (const text of reads) expect(text).not.toContain('CACHE-B');
  });
});
