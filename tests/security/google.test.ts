import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { pathTo } from '../../contract/routes';
import {
  as,
  codeOf,
  editor,
  googleImporter,
  importer,
  nobody,
  setGoogleClient,
  startGoogleServer,
  type Actor,
  type GoogleServer,
} from '../support';
import { databaseAsText } from './dump';

let google: GoogleServer;
let caller: Actor;
beforeAll(async () => {
  caller = await editor(['contacts.create', 'contacts.read']);
  await setGoogleClient();
});
beforeEach(async () => {
  google = await startGoogleServer(site.google);
  google.people = [{ names: [{ familyName: 'Kermarrec', givenName: 'Zoé' }] }];
});
afterEach(() => google.stop());
afterAll(() => setGoogleClient(null));

const attempts = () => site.strapi.db.connection('guest_access_google_attempts');
const mine = () => googleImporter(caller, google);
const importsOf = async (actor: Actor): Promise<unknown[]> =>
  (await as(actor).get(pathTo('ListImports')).expect(200)).body.data.imports;

/** That a return is refused, in the one way for all of them, and that nobody at Google was asked for anything. */
const isOver = async (actor: Actor, body: object) => {
  const before = await importsOf(actor);
  const answer = await googleImporter(actor, google).finish(body);
  expect([answer.status, codeOf(answer), google.issued]).toEqual([409, 'google_over', []]);
  expect(await importsOf(actor)).toEqual(before);
};

describe('who comes back from Google', () => {
  it('does so once, also twice at the same moment', async () => {
    const { back, finish } = mine();
    const body = await back();
    const answers = await Promise.all([finish(body), finish(body), finish(body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect([codeOf(await finish(body)), google.issued.length]).toEqual(['google_over', 1]);
  });

  it('is whoever went: another editor’s state is none', async () => {
    const other = await editor(['contacts.create', 'contacts.read']);
    await isOver(other, await mine().back());
  });

  it('is in the browser that went: without its secret a state with somebody else’s code is none', async () => {
    const { start, back, finish } = mine();
    const attacked = await start();
    const { code } = await back();
    const state = new URL(attacked.address).searchParams.get('state');
    await isOver(caller, { state, code, error: null, secret: 'guessed' });
    await isOver(caller, { state, code, error: null, secret: state });
    // Nor is it with the secret: the code is for another verifier.
    const { secret } = attacked;
    expect((await finish({ state, code, error: null, secret })).status).toBe(409);
    expect(google.issued).toEqual([]);
  });

  it('brings the code that was asked for: one of another attempt does not fit its verifier', async () => {
    const { back, finish } = mine();
    const [one, other] = [await back(), await back()];
    const answer = await finish({ ...one, code: other.code });
    expect([codeOf(answer), google.issued]).toEqual(['google_over', []]);
  });

  it('is back within ten minutes', async () => {
    const body = await mine().back();
    const row = await attempts().orderBy('id', 'desc').first();
    const left = Number(row.expires_at) - Date.now();
    expect([left > 9 * 60_000, left <= 10 * 60_000 + 2_000]).toEqual([true, true]);
    await attempts()
      .where({ id: row.id })
      .update({ expires_at: Date.now() - 1 });
    await isOver(caller, body);
  });

  it('is logged in, and may still create contacts', async () => {
    const body = await mine().back();
    for (const actor of [nobody, await editor(['contacts.read', 'settings.update'])])
      for (const name of ['StartGoogleImport', 'FinishGoogleImport'] as const)
        expect([401, 403]).toContain((await as(actor).post(pathTo(name), body)).status);

    const { roles } = (await as(caller).get('/admin/users/me').expect(200)).body.data;
    const rights = (names: readonly string[]) =>
      site.strapi.service('admin::role').assignPermissions(
        roles[0].id,
        names.map((name) => ({ action: `plugin::guest-access.${name}`, subject: null, properties: {}, conditions: [] }))
      );
    await rights(['contacts.read']);
    try {
      expect((await mine().finish(body)).status).toBe(403);
    } finally {
      await rights(['contacts.create', 'contacts.read']);
    }
    expect(google.issued).toEqual([]);
  });

  it('comes back to the client that they went with', async () => {
    const body = await mine().back();
    await setGoogleClient('another.apps.googleusercontent.com');
    try {
      await isOver(caller, body);
    } finally {
      await setGoogleClient();
    }
  });

  it('of two tabs comes back to each', async () => {
    const { back, finish } = mine();
    const [one, other] = [await back(), await back()];
    expect([(await finish(other)).status, (await finish(one)).status]).toEqual([200, 200]);
  });

  it('brings nothing else along: no way to another page, and no text', async () => {
    const { back, finish } = mine();
    const body = await back();
    for (const more of [{ redirect_uri: 'https://evil.example/' }, { next: '//evil.example' }])
      expect(codeOf(await finish({ ...body, ...more }))).toBe('invalid_body');
    const script = '<script>alert(1)</script>\r\nSet-Cookie: a=b';
    const answer = await finish({ ...body, code: null, error: script });
    expect(codeOf(answer)).toBe('google_rejects');
    expect(answer.text).not.toContain('alert');
    expect(site.logs.join('\n')).not.toContain('\r\nSet-Cookie');
  });

  it('is told by whom: an answer of another issuer is none', async () => {
    const { back, finish } = mine();
    const answer = await finish({ ...(await back()), iss: 'https://evil.example' });
    expect([codeOf(answer), google.issued]).toEqual(['google_rejects', []]);
  });
});

describe('the way back', () => {
  it('is the site’s own, whatever host a request names', async () => {
    const { body } = await supertest(site.url)
      .post(pathTo('StartGoogleImport'))
      .set({ ...caller.headers, Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', Origin: site.url })
      .expect(200);
    expect(new URL(body.data.address).searchParams.get('redirect_uri')).toBe(
      `${site.url}/admin/plugins/guest-access/imports/google`
    );
  });
});

describe('what Google hands out', () => {
  it('is in no answer, no row and no log: the token, the code, the state, the secrets', async () => {
    const lines = site.logs.length;
    const { back, finish } = mine();
    const body = await back();
    const { text } = await finish(body).expect(200);
    const failed = await back();
    google.answers.push(
      { status: 500 },
      { status: 500 },
      { status: 500 },
      { status: 500, body: { error: failed.code } }
    );
    const refused = await finish(failed).expect(503);
    const told = [text, refused.text, site.logs.slice(lines).join('\n'), await databaseAsText()].join('\n');
    expect(google.issued).toHaveLength(2);
    for (const secret of [...google.issued, body.code, body.state, body.secret, 'tests-google-client-secret'])
      expect(told).not.toContain(String(secret));
  });

  it('is asked for without a refresh token, and ends at once', async () => {
    const { address } = await mine().start();
    expect(new URL(address).searchParams.get('access_type')).toBe('online');
    await mine().take();
    expect(google.revoked).toEqual(google.issued);
  });

  it('has an end: pages without one, and answers of any size', async () => {
    google.isEndless = true;
    google.people = [];
    const { back, finish } = mine();
    expect(codeOf(await finish(await back()))).toBe('google_too_large');
    expect(google.asked.filter((path) => path.startsWith('/v1/'))).toHaveLength(100);
    google.isEndless = false;
    const name = 'x'.repeat(17 * 1024 * 1024);
    google.answers.push({ status: 200, body: { connections: [{ names: [{ familyName: name }] }] } });
    expect(codeOf(await finish(await back()))).toBe('google_too_large');
    google.tokenAnswer = { status: 200, body: { access_token: name, token_type: 'bearer' } };
    expect(codeOf(await finish(await back()))).toBe('google_too_large');
  });

  it('is a row with a problem, and nothing worse, where somebody’s name is a trap', async () => {
    google.people = [
      { names: [{ familyName: '=HYPERLINK("https://evil.example")', givenName: '@SUM(1)' }] },
      { names: [{ familyName: 'Nul\u0000et\u001b[31m', givenName: 'Zoé' }] },
      { names: [{ familyName: 'Ligne\r\n"; DROP TABLE', givenName: 'a","b' }] },
      { names: [{ familyName: 'Moitié \ud800', givenName: 'Zoé' }] },
      { names: [{ familyName: '__proto__', givenName: 'constructor' }] },
      { names: [{ familyName: 'x'.repeat(100_000) }] },
    ];
    const { plan, rows } = await mine().take();
    expect(rows.map(({ person }) => [person?.lastName, person?.firstName])).toEqual([
      ['=HYPERLINK("https://evil.example")', '@SUM(1)'],
      [null, 'Zoé'],
      ['Ligne "; DROP TABLE', 'a","b'],
      [null, 'Zoé'],
      ['__proto__', 'constructor'],
      [null, null],
    ]);
    const report = await as(caller)
      .get(`${pathTo('ExportImportReport')}?importId=${plan.documentId}`)
      .expect(200);
    expect(report.text).toContain(`"'=HYPERLINK(`);
  });
});

describe('an editor with twenty imports that wait', () => {
  it('is sent to Google for none more', async () => {
    const busy = await editor(['contacts.create']);
    const { begin, clear } = importer(busy);
    for (let at = 0; at < 20; at += 1) await begin(10);
    const { client } = googleImporter(busy, google);
    expect(codeOf(await client.post(pathTo('StartGoogleImport')).expect(409))).toBe('conflict');
    await clear();
    await client.post(pathTo('StartGoogleImport')).expect(200);
  });
});

describe('attempts that nobody came back from', () => {
  it('stand as digests, of their owner, and are forgotten', async () => {
    const { address, secret } = await mine().start();
    const state = new URL(address).searchParams.get('state') ?? '';
    const rows = JSON.stringify(await attempts());
    expect([rows.includes(state), rows.includes(secret)]).toEqual([false, false]);
    await attempts().insert({
      ...{ state: randomUUID(), secret: randomUUID(), owner: 'a'.repeat(24), client_id: 'x', expires_at: 1 },
    });
    await mine().start();
    expect(await attempts().where('expires_at', '<', Date.now() - 1)).toEqual([]);
  });
});
