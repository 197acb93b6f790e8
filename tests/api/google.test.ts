import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  codeOf,
  editor,
  googleClient,
  googleImporter,
  setGoogleClient,
  startGoogleServer,
  type Actor,
  type GoogleServer,
  type PersonAtGoogle,
} from '../support';

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

const take = () => googleImporter(caller, google).take();
const many = (amount: number): PersonAtGoogle[] =>
  Array.from({ length: amount }, (_none, at) => ({ names: [{ familyName: `Personne ${at}`, givenName: 'Zoé' }] }));

describe('contacts out of Google', () => {
  it('become the rows of an import, with all that a contact holds', async () => {
    google.people = [
      {
        names: [{ familyName: 'Kermarrec', givenName: 'Zoé', displayName: 'Zoé Kermarrec' }],
        emailAddresses: [{ value: 'zoe@exemple.example' }, { value: 'autre@exemple.example' }],
        phoneNumbers: [
          { value: '+33 6 22 00 00 01', type: 'mobile' },
          { value: '01 22 00 00 02', type: 'work' },
          { value: '01 22 00 00 03', type: 'workFax' },
          { value: '01 22 00 00 04', type: 'Ligne directe' },
        ],
        organizations: [{ name: 'Maison «Premium», Brest' }],
      },
      { names: [{ displayName: 'Jean-Luc de La Fontaine' }], phoneNumbers: [{ value: '01 22 00 00 05' }] },
      { organizations: [{ name: 'Sans personne' }] },
      {},
    ];
    const { plan, rows } = await take();
    expect(plan).toMatchObject({ source: 'google', fileName: 'Google', state: 'checked', counts: { rows: 3 } });
    expect(rows.map(({ person }) => person)).toMatchObject([
      {
        lastName: 'Kermarrec',
        firstName: 'Zoé',
        email: 'zoe@exemple.example',
        mobile: '+33 6 22 00 00 01',
        phone: '01 22 00 00 02',
        directLine: '01 22 00 00 04',
        company: 'Maison «Premium», Brest',
      },
      { lastName: expect.stringContaining('Fontaine'), phone: '01 22 00 00 05' },
      { lastName: null, company: 'Sans personne' },
    ]);
    expect(rows[0]?.problems).toEqual([{ code: 'left-out', field: 'email', value: 'autre@exemple.example' }]);
    expect(rows[2]?.problems).toMatchObject([{ code: 'no-name' }]);
  });

  it('are read page by page, with nothing asked that is not taken', async () => {
    google.people = many(1_205);
    google.pageSize = 500;
    const { plan } = await take();
    expect(plan.counts).toMatchObject({ rows: 1_205, add: 1_205 });
    const pages = google.asked.filter((path) => path.startsWith('/v1/'));
    expect(pages.map((path) => new URLSearchParams(path.split('?')[1]).get('pageToken'))).toEqual([
      null,
      '500',
      '1000',
    ]);
    expect(new URLSearchParams(pages[0]?.split('?')[1]).get('personFields')).toBe(
      'names,emailAddresses,phoneNumbers,organizations'
    );
  });

  it('are asked for with PKCE, for a look and for no longer', async () => {
    const { address } = await googleImporter(caller, google).start();
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
      client_id: googleClient,
      redirect_uri: `${site.url}/admin/plugins/guest-access/imports/google`,
      response_type: 'code',
      scope: 'https://www.googleapis.com/auth/contacts.readonly',
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      access_type: 'online',
      prompt: 'select_account',
    });
  });

  it('are asked for again where Google is busy, when it says', async () => {
    google.answers = [
      { status: 429, headers: { 'Retry-After': '1' }, body: { error: { status: 'RESOURCE_EXHAUSTED' } } },
      { status: 503, headers: { 'Retry-After': '0' } },
    ];
    expect((await take()).plan.counts).toMatchObject({ rows: 1 });
    expect(google.asked.filter((path) => path.startsWith('/v1/'))).toHaveLength(3);
  });

  it('end the token that they were read with', async () => {
    await take();
    expect([google.issued.length, google.revoked]).toEqual([1, google.issued]);
  });
});

describe('why there are none is said', () => {
  const finish = async () => {
    const { back, finish: send } = googleImporter(caller, google);
    return send(await back());
  };
  const disabled = {
    error: {
      code: 403,
      status: 'PERMISSION_DENIED',
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED' }],
    },
  };

  it.each<[string, number, () => void]>([
    ['google_empty', 409, () => (google.people = [])],
    ['google_denied', 409, () => (google.granted = 'openid')],
    ['google_api_off', 409, () => google.answers.push({ status: 403, body: disabled })],
    ['google_rejects', 409, () => google.answers.push({ status: 400, body: {} })],
    ['google_rejects', 409, () => (google.tokenAnswer = { status: 401, body: { error: 'invalid_client' } })],
    ['google_rejects', 409, () => (google.tokenAnswer = { status: 200, body: 'no JSON' })],
    ['google_unreachable', 503, () => (google.tokenAnswer = { status: 502, body: 'Bad Gateway' })],
    ['google_unreachable', 503, () => google.answers.push({ status: 200, body: { connections: 'none' } })],
    ['google_rejects', 409, () => google.answers.push({ status: 302, headers: { Location: `${site.url}/admin` } })],
    ['google_busy', 503, () => google.answers.push({ status: 429, headers: { 'Retry-After': '3600' } })],
  ])('%s (%i)', async (code, status, prepare) => {
    prepare();
    const answer = await finish();
    expect([codeOf(answer), answer.status]).toEqual([code, status]);
    if (code === 'google_busy') expect(answer.headers['retry-after']).toBe('3600');
    // Whatever went wrong afterwards, the token has ended.
    expect(google.revoked).toEqual(google.issued);
  });

  it('google_denied where the person says no at Google', async () => {
    const { back, finish: send } = googleImporter(caller, google);
    const answer = await send(await back({ isDenied: true }));
    expect([codeOf(answer), google.issued]).toEqual(['google_denied', []]);
  });

  it('google_unreachable where nobody answers', async () => {
    const { back, finish: send } = googleImporter(caller, google);
    const body = await back();
    await google.stop();
    expect(codeOf(await send(body).expect(503))).toBe('google_unreachable');
  });
});

describe('the settings', () => {
  it('show the address to enter at Google, whether there is a secret, and never the secret', async () => {
    const { body, text } = await as(await administrator())
      .get(pathTo('GetSettings'))
      .expect(200);
    expect(body.data.google).toEqual({
      redirectUri: `${site.url}/admin/plugins/guest-access/imports/google`,
      hasSecret: true,
    });
    expect(text).not.toContain('tests-google-client-secret');
  });

  it('without a client’s id leave Google to its files', async () => {
    await setGoogleClient(null);
    try {
      const { client } = googleImporter(caller, google);
      expect((await client.get(pathTo('GetGoogleImport')).expect(200)).body.data).toEqual({ missing: 'client-id' });
      expect(codeOf(await client.post(pathTo('StartGoogleImport')).expect(409))).toBe('google_off');
    } finally {
      await setGoogleClient();
    }
    expect((await as(caller).get(pathTo('GetGoogleImport')).expect(200)).body.data).toEqual({ missing: null });
  });

  it('refuse an id that is none', async () => {
    const admin = as(await administrator());
    const { settings } = (await admin.get(pathTo('GetSettings')).expect(200)).body.data;
    for (const clientId of ['', 'two words', 'a"><script>', 'x'.repeat(201), 7])
      expect(codeOf(await admin.put(pathTo('SaveSettings'), { ...settings, google: { clientId } }).expect(400))).toBe(
        'invalid_settings'
      );
  });
});
