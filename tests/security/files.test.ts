import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { apiToken, makeDocument, makeGuest, makeProject, startInstance, type Actor, type Instance } from '../support';

/*
 * A private provider, whose `getSignedUrl` makes its address of hash and extension, as that of S3 does. See
 * tests/support/instance.mjs.
 */

const parts = ['url', 'provider', 'hash', 'ext', 'formats', 'name'];
const subsets = (list: readonly string[]): string[][] =>
  list.reduce<string[][]>((all, one) => [...all, ...all.map((some) => [...some, one])], [[]]);

const hash = `plan_${randomUUID().slice(0, 8)}`;
const good = `https://bucket.example/${hash}.png?signature=good`;
const goodSmall = `https://bucket.example/small_${hash}.png?signature=good`;

describe('a file of a private provider', () => {
  let instance: Instance;
  let document: string;
  let actors: Actor[];
  let fileId: number;

  const get = async (actor: Actor, path: string) => supertest(instance.url).get(path).set(actor.headers);
  const post = async (actor: Actor, path: string, body: object) =>
    supertest(instance.url).post(path).set(actor.headers).send(body);

  beforeAll(async () => {
    instance = await startInstance({ PRIVATE_FILES: 'on' });
    const file = await site.strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'Plan.png',
        hash,
        ext: '.png',
        mime: 'image/png',
        size: 1,
        url: `https://bucket.example/${hash}.png`,
        provider: 'local',
        formats: { small: { hash: `small_${hash}`, ext: '.png', url: `https://bucket.example/small_${hash}.png` } },
        folderPath: '/',
      },
    });
    fileId = Number(file.id);
    const project = await makeProject();
    ({ documentId: document } = await makeDocument({ project, attachment: file.id }));
    const guest = await makeGuest({ projects: [project], accessTypes: ['documents'] });
    actors = [guest.actor, await apiToken('full-access')];
  }, 180_000);
  afterAll(() => instance.kill());

  /** Every address in an answer. */
  const addresses = (text: string): string[] =>
    [...text.matchAll(/https:\/\/bucket\.example[^"]*/g)].map(([address]) => address);

  const expectOwn = (what: string, text: string) => {
    const others = addresses(text).filter((address) => ![good, goodSmall].includes(address));
    expect([what, others]).toEqual([what, []]);
  };

  it('is signed by its own address where all of it is asked for', async () => {
    for (const actor of actors) {
      const { status, text } = await get(actor, `/api/documents/${document}?populate=attachment&locale=fr`);
      expect([actor.name, status, addresses(text).sort()]).toEqual([actor.name, 200, [good, goodSmall].sort()]);
    }
  });

  it('X01 never becomes another address, whatever of it is selected: REST', async () => {
    for (const actor of actors) {
      for (const fields of subsets(parts)) {
        const query = fields.map((name, index) => `populate[attachment][fields][${index}]=${name}`).join('&');
        for (const url of [
          `/api/documents/${document}?locale=fr&${query}`,
          `/api/documents?filters[documentId]=${document}&locale=fr&${query}`,
        ]) {
          const { status, text } = await get(actor, url);
          expect([url, status]).toEqual([url, 200]);
          expectOwn(`${actor.name} ${url}`, text);
          if (fields.length === 0) continue;
          expect([url, addresses(text).includes(good)]).toEqual([url, fields.includes('url')]);
          expect([url, addresses(text).includes(goodSmall)]).toEqual([url, fields.includes('formats')]);
          expect([url, text.includes('"hash"')]).toEqual([url, fields.includes('hash') || fields.includes('formats')]);
        }
      }
    }
  }, 300_000);

  it('X01 nor by the media library’s own routes, or GraphQL', async () => {
    const token = actors[1];
    if (token === undefined) throw new Error('there is a token');
    for (const fields of subsets(parts)) {
      const query = fields.map((name, index) => `fields[${index}]=${name}`).join('&');
      const { status, text } = await get(token, `/api/upload/files?filters[id]=${fileId}&${query}`);
      expect([query, status]).toEqual([query, 200]);
      expectOwn(query, text);
      if (fields.length > 0) expect([query, addresses(text).includes(good)]).toEqual([query, fields.includes('url')]);
    }
    for (const actor of actors) {
      for (const fields of ['url', 'url provider', 'provider url formats', 'url hash', 'provider']) {
        const { text } = await post(actor, '/graphql', {
          query: `{ document(documentId: "${document}", locale: "fr") { attachment { ${fields} } } }`,
        });
        expectOwn(`${actor.name} ${fields}`, text);
        expect([fields, addresses(text).includes(good)]).toEqual([fields, fields.includes('url')]);
      }
    }
  });
});
