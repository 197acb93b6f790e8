import { randomUUID } from 'node:crypto';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  codeOf,
  guestWith,
  logInByKey,
  makeGuest,
  makeProject,
  makeTask,
  nobody,
  type Actor,
  type Made,
  type MadeGuest,
} from '../support';

const idOf = ({ access }: MadeGuest): string => access.guestId ?? '';

const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
  String(answer.headers['set-cookie']).split(';')[0] ?? '';

/** A browser whose cookie is this guest's, with a page that was drawn for somebody. */
const browser = (cookie: string, drawnFor?: string): Actor => ({
  name: 'browser',
  headers: {
    Cookie: cookie,
    'Guest-Access': 'cookie',
    Origin: site.url,
    ...(drawnFor === undefined ? {} : { 'Guest-Access-Guest': drawnFor }),
  },
});

const enter = async (key: string): Promise<string> => {
  const headers = { Origin: site.url };
  const answer = await as({ name: 'nobody', headers })
    .post(pathTo('LogInByKey'), { key, carrier: 'cookie' })
    .expect(200);
  return cookieOf(answer);
};

describe('X15 two guests in two tabs of one browser', () => {
  let project: Made;
  let task: Made;
  let alpha: MadeGuest;
  let beta: MadeGuest;
  /** The browser's one cookie: Beta's, who came last. */
  let cookie: string;
  const title = `Tâche ${randomUUID()}`;

  beforeAll(async () => {
    project = await makeProject();
    task = await makeTask({ project, title, comment: 'avant' });
    alpha = await makeGuest({ projects: [project] });
    beta = await makeGuest({ projects: [project] });
    cookie = await enter(beta.key);
  });

  const taskRow = () => site.strapi.documents('api::task.task').findOne({ documentId: task.documentId });
  const asAlpha = () => as(browser(cookie, idOf(alpha)));
  const asBeta = () => as(browser(cookie, idOf(beta)));

  type Call = (agent: ReturnType<typeof as>) => Promise<{ status: number; text: string }>;
  const calls: readonly [string, Call][] = [
    ['lists rows', async (agent) => agent.get('/api/tasks')],
    ['counts rows', async (agent) => agent.get('/api/tasks?pagination[pageSize]=1')],
    ['opens a row', async (agent) => agent.get(`/api/tasks/${task.documentId}`)],
    ['changes a row', async (agent) => agent.put(`/api/tasks/${task.documentId}`, { data: { comment: 'après' } })],
    ['makes a row', async (agent) => agent.post('/api/tasks', { data: { title: 'x', project: project.documentId } })],
    ['deletes a row', async (agent) => agent.delete(`/api/tasks/${task.documentId}`)],
    ['asks by GraphQL', async (agent) => agent.graphql('{ tasks { title } }')],
    [
      'changes by GraphQL',
      async (agent) =>
        agent.graphql('mutation ($id: ID!) { updateTask(documentId: $id, data: { comment: "après" }) { title } }', {
          id: task.documentId,
        }),
    ],
    ['asks who they are', async (agent) => agent.get(pathTo('GetMe'))],
    ['asks what they may see', async (agent) => agent.get(pathTo('GetMyAccess'))],
    ['asks for colleagues', async (agent) => agent.get(pathTo('ListColleagues'))],
    ['changes their name', async (agent) => agent.patch(pathTo('UpdateMe'), { lastName: 'Après' })],
    [
      'changes their password',
      async (agent) => agent.post(pathTo('ChangePassword'), { currentPassword: 'a', password: 'trois girafes bleues' }),
    ],
    [
      'changes their address',
      async (agent) => agent.post(pathTo('ChangeEmail'), { email: 'x@tests.example', password: 'a' }),
    ],
    ['lists their logins', async (agent) => agent.get(pathTo('ListMySessions'))],
    ['ends their logins', async (agent) => agent.delete(pathTo('EndMySessions'))],
    ['logs out', async (agent) => agent.post(pathTo('LogOut'))],
    [
      'confirms an address by their session',
      async (agent) => agent.post(pathTo('ConfirmEmail'), { token: `gvt_${'a'.repeat(36)}` }),
    ],
  ];

  it.each(calls)('refuses the page of the first where it %s, and changes nothing', async (what, call) => {
    const before = await taskRow();
    const sent = await call(asAlpha());
    if (/GraphQL/.test(what)) expect(sent.text).toContain('other_guest');
    else if (what.startsWith('confirms')) expect([401, 409]).toContain(sent.status);
    else expect([what, sent.status, codeOf({ body: JSON.parse(sent.text) })]).toEqual([what, 409, 'other_guest']);
    expect(sent.text).not.toContain(title);
    expect(sent.text).not.toContain(idOf(beta));
    expect(await taskRow()).toEqual(before);
    const me = await asBeta().get(pathTo('GetMe')).expect(200);
    expect(me.body.data).toMatchObject({ documentId: idOf(beta), lastName: beta.contact.lastName });
  });

  it('answers the page of the second, and one that does not say for whom it was drawn', async () => {
    await asBeta()
      .put(`/api/tasks/${task.documentId}`, { data: { comment: 'de Bêta' } })
      .expect(200);
    await as(browser(cookie)).get('/api/tasks').expect(200);
    expect((await asBeta().graphql('{ tasks { title } }')).body.data.tasks).not.toEqual([]);
  });

  it('makes no noise where the same guest has logged in again', async () => {
    const again = await enter(beta.key);
    await as(browser(again, idOf(beta)))
      .get('/api/tasks')
      .expect(200);
  });

  it('says that the session has ended where nobody is logged in any more', async () => {
    const ended = await enter(beta.key);
    await as(browser(ended, idOf(beta)))
      .post(pathTo('LogOut'))
      .expect(204);
    for (const drawnFor of [idOf(alpha), idOf(beta)]) {
      const { body } = await as(browser(ended, drawnFor)).get('/api/tasks').expect(401);
      expect(codeOf({ body })).toBe('invalid_session');
    }
  });

  it('lets the page of the first log its own guest in again', async () => {
    await asAlpha().get(pathTo('GetSite')).expect(200);
    const answer = await asAlpha().post(pathTo('LogInByKey'), { key: alpha.key, carrier: 'cookie' }).expect(200);
    await as(browser(cookieOf(answer), idOf(alpha)))
      .get('/api/tasks')
      .expect(200);
  });

  it('does not take an editor’s look at a guest for the guest', async () => {
    const { body } = await as(await administrator())
      .post(pathTo('StartPreview', { guestId: idOf(alpha) }))
      .expect(200);
    const ticket = body.data.link.split('#')[1];
    const answer = await as({ name: 'nobody', headers: { Origin: site.url } })
      .post(pathTo('LogInByPreview'), { ticket })
      .expect(200);
    const look = cookieOf(answer);
    await as(browser(look, idOf(alpha)))
      .get('/api/tasks')
      .expect(409);
    await as(browser(look, `${idOf(alpha)}:preview`))
      .get('/api/tasks')
      .expect(200);
    await as(browser(await enter(alpha.key), `${idOf(alpha)}:preview`))
      .get('/api/tasks')
      .expect(409);
  });

  it.each([
    ['another text', 'null'],
    ['part of the id', 'a'],
    ['two values', 'a, b'],
    ['much', 'x'.repeat(4_000)],
    ['an operator', '{"$ne":null}'],
    ['markup', '<script>alert(1)</script>'],
  ])('takes nothing but the guest’s id for the guest: %s', async (_what, value) => {
    const { status, text } = await as(browser(cookie, value)).get('/api/tasks');
    expect(status).toBe(409);
    expect(text).not.toMatch(/<script|xxx/);
    await as(browser(cookie, `${idOf(beta)}, ${idOf(beta)}`))
      .get('/api/tasks')
      .expect(409);
  });

  it('asks nothing of a client with a token that does not say it, and keeps one that does to it', async () => {
    const { token, actor } = await logInByKey(beta.key);
    await as(actor).get('/api/tasks').expect(200);
    const drawnFor = (id: string): Actor => ({
      name: 'token',
      headers: { ...guestWith(token).headers, 'Guest-Access-Guest': id },
    });
    await as(drawnFor(idOf(beta)))
      .get('/api/tasks')
      .expect(200);
    await as(drawnFor(idOf(alpha)))
      .get('/api/tasks')
      .expect(409);
    await as(nobody).get(pathTo('GetSite')).set('Guest-Access-Guest', idOf(alpha)).expect(200);
  });
});
