import supertest from 'supertest';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  codeOf,
  guestWith,
  makeGuest,
  makeProject,
  makeTask,
  startInstance,
  type Instance,
  type Made,
  type MadeGuest,
} from '../support';

/** Saves the switch *guests*, and leaves all else as it is. */
const switchGuests = async (guests: boolean): Promise<void> => {
  const admin = as(await administrator());
  const { settings } = (await admin.get(pathTo('GetSettings')).expect(200)).body.data;
  await admin.put(pathTo('SaveSettings'), { ...settings, guests }).expect(200);
};

/** What a request brings, as far as it matters here. */
const answerOf = async (url: string, path: string, token: string) => {
  const { status, body } = await supertest(url).get(path).set(guestWith(token).headers);
  return [status, codeOf({ body })];
};

describe('the switch guests, across instances (O1)', () => {
  let other: Instance;
  let task: Made;
  let guest: MadeGuest;
  beforeAll(async () => {
    const project = await makeProject();
    task = await makeTask({ project, title: 'VISIBLE' });
    guest = await makeGuest({ projects: [project] });
    other = await startInstance();
  }, 180_000);
  afterEach(() => switchGuests(true));
  afterAll(() => other.kill());

  const content = () => `/api/tasks/${task.documentId}`;

  it('put off on one instance, is off for the next request on another: never a word about the session', async () => {
    expect(await answerOf(other.url, content(), guest.token)).toEqual([200, null]);
    await switchGuests(false);
    for (const url of [other.url, site.url]) {
      expect(await answerOf(url, content(), guest.token)).toEqual([403, 'guests_off']);
      expect(await answerOf(url, '/api/tasks', guest.token)).toEqual([403, 'guests_off']);
      expect(await answerOf(url, pathTo('GetMe'), guest.token)).toEqual([404, 'feature_off']);
      expect(await answerOf(url, pathTo('GetSite'), guest.token)).toEqual([404, 'feature_off']);
      const query = await supertest(url)
        .post('/graphql')
        .set(guest.actor.headers)
        .send({ query: '{ tasks { title } }' });
      expect([query.status, codeOf(query)]).toEqual([403, 'guests_off']);
      for (const path of ['/guest', '/guest/key', '/guest/tasks']) {
        const page = await supertest(url).get(path).expect(404).expect('Content-Type', /html/);
        expect(page.headers['cache-control']).toBe('no-store');
        // What the page needs to say that guest access is closed.
        const script = /src="([^"]+)"/.exec(page.text)?.[1] ?? '';
        await supertest(url).get(script).expect(200);
      }
    }
  });

  it('says the same of a token that is bad anyway, so that nobody learns of a session by it', async () => {
    await switchGuests(false);
    const bad = guest.token.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const token of [bad, 'gst_', guest.key]) {
      expect(await answerOf(site.url, content(), token)).toEqual([403, 'guests_off']);
    }
  });

  it('put on again, is on for the next request on every instance, and the session goes on', async () => {
    await switchGuests(false);
    expect(await answerOf(other.url, content(), guest.token)).toEqual([403, 'guests_off']);
    await switchGuests(true);
    for (const url of [other.url, site.url]) {
      expect(await answerOf(url, content(), guest.token)).toEqual([200, null]);
      expect(await answerOf(url, pathTo('GetMe'), guest.token)).toEqual([200, null]);
      expect((await supertest(url).get('/guest/')).status).toBe(200);
    }
  });

  it('is acted on at the next request for a guest whom the other instance has never met', async () => {
    const newcomer = await makeGuest();
    await switchGuests(false);
    expect(await answerOf(other.url, '/api/tasks', newcomer.token)).toEqual([403, 'guests_off']);
    await switchGuests(true);
    expect(await answerOf(other.url, '/api/tasks', newcomer.token)).toEqual([200, null]);
  });

  it('costs no query: a guest’s request on an instance that knows the settings does not read them', async () => {
    await as(guest.actor).get(content()).expect(200);
    const queries: string[] = [];
    const note = ({ sql }: { sql: string }) => void queries.push(sql);
    site.strapi.db.connection.on('query', note);
    await as(guest.actor).get(content()).expect(200);
    site.strapi.db.connection.removeListener('query', note);
    expect(queries.filter((sql) => sql.includes('core_store'))).toEqual([]);
  });
});
