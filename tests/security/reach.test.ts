import { randomInt } from 'node:crypto';
import { administrator, as, editor, makeGuest, makePerson, readRight, type Actor } from '../support';

/*
 * X01: whatever leads to a type of ours, in the models of the running site: by which ways does the panel show what is private
 * there? The answers are searched for every private value and every secret that is stored.
 */

const depthMax = 4;
const seed = Number(process.env['REACH_SEED'] ?? randomInt(1_000_000));
/** Requests a caller makes of one kind at most: by the shortest ways and by longer ones, half and half; which, the seed says. */
const callsMax = 130;

interface Attribute {
  type: string;
  target?: string;
  component?: string;
  components?: string[];
  private?: boolean;
}
interface Step {
  name: string;
  /** Behind a dynamic zone or a morph: the type under `on`. */
  on?: string;
}
interface Path {
  source: string;
  steps: Step[];
  target: string;
}

const isOurs = (uid: string) => uid.startsWith('plugin::guest-access.');
const attributesOf = (uid: string): Record<string, Attribute> =>
  site.strapi.getModel(uid as 'api::task.task').attributes as unknown as Record<string, Attribute>;
const ours = () => Object.keys(site.strapi.contentTypes).filter(isOurs);

/** The oracle's own types lead to each other in so many ways that a walk would not end, and to ours as others do. */
const isCombination = (uid: string) => /^(api::)?combination\./.test(uid);

const nextOf = ({ type, target, component, components }: Attribute): [string, string | undefined][] => {
  if (isCombination(target ?? component ?? '')) return [];
  if (type === 'component' && component) return [[component, undefined]];
  if (type === 'dynamiczone') return (components ?? []).map((uid) => [uid, uid]);
  if (type !== 'relation') return [];
  return target ? [[target, undefined]] : ours().map((uid) => [uid, uid]);
};

/** Without a row's own other languages, which lead where it leads itself. */
const relationsOf = (uid: string): [string, Attribute][] =>
  Object.entries(attributesOf(uid)).filter(([name]) => name !== 'localizations');

const pathsFrom = (source: string): Path[] => {
  const walk = (uid: string, steps: Step[]): Path[] =>
    steps.length === depthMax
      ? []
      : relationsOf(uid).flatMap(([name, attribute]) =>
          nextOf(attribute).flatMap(([target, on]) => {
            const path = [...steps, { name, ...(on ? { on } : {}) }];
            return [...(isOurs(target) ? [{ source, steps: path, target }] : []), ...walk(target, path)];
          })
        );
  return walk(source, []);
};

/** A fair coin that falls the same for the same seed. */
const shuffled = <T>(list: readonly T[], by: number): T[] => {
  let state = by;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return list
    .map((one) => ({ one, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
};

interface Call {
  url: string;
  /** How many steps away what it asks for is. */
  steps: number;
}

const sample = (calls: readonly Call[]): string[] => {
  const some = (list: readonly Call[]) =>
    shuffled([...new Set(list.map(({ url }) => url))], seed).slice(0, callsMax / 2);
  return [...some(calls.filter(({ steps }) => steps <= 1)), ...some(calls.filter(({ steps }) => steps > 1))];
};

const privateOf = (uid: string): string[] =>
  Object.entries(attributesOf(uid))
    .filter(([name, attribute]) => attribute.private && attribute.type !== 'relation' && name !== 'locale')
    .map(([name]) => name);

const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const markerOf = (uid: string, name: string) =>
  `mark-${(uid.split('.')[1] ?? '').slice(0, 4)}-${columnOf(name)}`.slice(0, 20);

/** Puts a mark into every private text of a row of every type of ours. */
const mark = async (ids: Record<string, number>): Promise<string[]> => {
  const marks: string[] = [];
  for (const uid of ours()) {
    const texts = privateOf(uid).filter((name) =>
      ['string', 'text', 'email'].includes(attributesOf(uid)[name]?.type ?? '')
    );
    const { tableName } = site.strapi.db.metadata.get(uid);
    const row = Object.fromEntries(
      texts.filter((name) => !['country'].includes(name)).map((name) => [columnOf(name), markerOf(uid, name)])
    );
    if (Object.keys(row).length === 0) continue;
    marks.push(...Object.values(row));
    const table = site.strapi.db.connection(tableName);
    if (ids[uid] === undefined) await table.insert({ document_id: 'marked', ...row });
    else await table.where({ id: ids[uid] }).update(row);
  }
  return marks;
};

const storedSecrets = async (): Promise<string[]> => {
  const tables = (await site.strapi.db.dialect.schemaInspector.getTables()).filter((name) => /_vault_/.test(name));
  const secrets: string[] = [];
  for (const table of tables) {
    const rows: Record<string, unknown>[] = await site.strapi.db.connection(table).select('*');
    for (const { digest, encrypted } of rows) {
      for (const one of [digest, encrypted]) if (typeof one === 'string' && one.length > 20) secrets.push(one);
    }
  }
  return secrets;
};

/** `populate[a][populate][b][on][x]…=` down to the last step. */
const under = (steps: readonly Step[]): string =>
  steps.map(({ name, on }) => `[${name}]${on ? `[on][${on}]` : ''}`).join('[populate]');

const shaping = ({ steps, target }: Path): string[] => {
  const base = `populate${under(steps)}`;
  const filter = `filters${steps.map(({ name }) => `[${name}]`).join('')}`;
  const dotted = steps.map(({ name }) => name).join('.');
  return privateOf(target).flatMap((name) => [
    `${base}[fields][0]=${name}`,
    `${base}=*`,
    `populate=${dotted}`,
    `${base}[filters][${name}][$startsWith]=mark`,
    `${base}[sort]=${name}:desc`,
    `${filter}[${name}][$startsWith]=mark&${base}=*`,
    `sort=${dotted}.${name}:desc&${base}=*`,
  ]);
};

interface World {
  dossier: { id: number; documentId: string };
  secrets: string[];
  actors: [string, Actor][];
}

const make = async (): Promise<World> => {
  const [{ guest }, { contact }] = [await makePerson(), await makeGuest()];
  const idOf = async (table: string, documentId: string): Promise<number> =>
    Number((await site.strapi.db.connection(table).where({ document_id: documentId }).first('id'))?.id);
  const guestId = await idOf('guest_access_guests', guest.documentId);
  const contactId = await idOf('guest_access_contacts', contact.documentId);
  const { documentId: company } = await site.strapi
    .documents('plugin::guest-access.company' as 'api::task.task')
    .create({ data: { name: `Société ${seed}` } as object });
  const companyId = await idOf('guest_access_companies', company);
  const person = { role: 'x', guest: guest.documentId, contacts: [contact.documentId] };
  const dossier = await site.strapi.documents('api::dossier.dossier' as 'api::task.task').create({
    data: {
      title: 'X01',
      lead: person,
      parts: [{ __component: 'shared.person', ...person }],
      guests: [guest.documentId],
      company,
      about: [{ id: guestId, __type: 'plugin::guest-access.guest' }],
    } as object,
  });
  const marks = await mark({
    'plugin::guest-access.guest': guestId,
    'plugin::guest-access.contact': contactId,
    'plugin::guest-access.company': companyId,
  });
  const apis = Object.keys(site.strapi.contentTypes).filter((uid) => uid.startsWith('api::'));
  const reading = apis.map((uid) => readRight({ uid }));
  return {
    dossier: { id: Number(dossier.id), documentId: dossier.documentId },
    secrets: [...marks, ...(await storedSecrets())],
    actors: [
      ['super administrator', await administrator()],
      ['editor of contents', await editor([], reading)],
      ['editor without rights', await editor([])],
    ],
  };
};

let world: World;
beforeAll(async () => {
  world = await make();
  process.stdout.write(`reach: REACH_SEED=${seed}\n`);
}, 180_000);

afterAll(async () => {
  await site.strapi
    .documents('api::dossier.dossier' as 'api::task.task')
    .delete({ documentId: world.dossier.documentId });
  for (const uid of ours()) {
    await site.strapi.db
      .connection(site.strapi.db.metadata.get(uid).tableName)
      .where({ document_id: 'marked' })
      .delete();
  }
});

const sources = () =>
  [...Object.keys(site.strapi.contentTypes), ...Object.keys(site.strapi.components)].filter(
    (uid) => !isCombination(uid)
  );

/** Asks, and answers what was shown that may not be. */
const leaks = async (actor: Actor, urls: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for (let from = 0; from < urls.length; from += 10) {
    await Promise.all(
      urls.slice(from, from + 10).map(async (url) => {
        const { status, text } = await as(actor).get(url);
        const shown = world.secrets.find((secret) => text.includes(secret));
        if (shown !== undefined) found.push(`${url} (${status}): ${shown}`);
      })
    );
  }
  return found;
};

describe('X01 what is private of our types, by whatever leads to them', () => {
  it('is reached by ways that there are: relations, components, a dynamic zone, a morph', () => {
    const all = sources().flatMap(pathsFrom);
    expect(new Set(all.map(({ target }) => target)).size).toBeGreaterThan(2);
    expect(all.length).toBeGreaterThan(100);
    expect(all.some(({ steps }) => steps.length === depthMax)).toBe(true);
    expect(all.some(({ source }) => !source.includes('::'))).toBe(true);
  });

  it.each([0, 1, 2])(
    'is in no answer of the relation routes (caller %i)',
    async (index) => {
      const [name, actor] = world.actors[index] ?? ['', { name: '', headers: {} }];
      const urls = sources()
        .flatMap(pathsFrom)
        .flatMap((path) => {
          const [first, ...rest] = path.steps;
          if (first === undefined || first.on !== undefined) return [];
          const route = `/content-manager/relations/${path.source}/${first.name}`;
          const own = path.source.startsWith('api::dossier')
            ? [`/content-manager/relations/${path.source}/${world.dossier.documentId}/${first.name}`]
            : [`/content-manager/relations/${path.source}/1/${first.name}`];
          const queries =
            rest.length > 0
              ? shaping({ ...path, steps: rest })
              : privateOf(path.target).flatMap((field) => [
                  `fields=${field}`,
                  `fields[0]=${field}`,
                  `filters[${field}][$startsWith]=mark`,
                  `sort=${field}:desc`,
                  `_q=mark`,
                  'fields=*',
                ]);
          return [route, ...own].flatMap((url) =>
            queries.map((query) => ({ url: `${url}?${query}`, steps: path.steps.length }))
          );
        });
      expect([name, await leaks(actor, sample(urls))]).toEqual([name, []]);
    },
    60_000
  );

  it.each([0, 1, 2])(
    'is in no list, no row, no preview, no history and not on the home page (caller %i)',
    async (index) => {
      const [name, actor] = world.actors[index] ?? ['', { name: '', headers: {} }];
      const urls = Object.keys(site.strapi.contentTypes)
        .filter((uid) => uid.startsWith('api::') || isOurs(uid))
        .flatMap(pathsFrom)
        .flatMap((path) => {
          const list = `/content-manager/collection-types/${path.source}`;
          const one = path.source.startsWith('api::dossier') ? [`${list}/${world.dossier.documentId}`] : [];
          return [list, ...one].flatMap((url) =>
            shaping(path).map((query) => ({ url: `${url}?${query}`, steps: path.steps.length }))
          );
        });
      const { documentId } = world.dossier;
      const others = ours().flatMap((uid) =>
        privateOf(uid).flatMap((field) => [
          `/content-manager/collection-types/${uid}?fields[0]=${field}`,
          `/content-manager/collection-types/${uid}?sort=${field}:desc`,
          `/content-manager/collection-types/${uid}?_q=mark`,
          `/content-manager/collection-types/${uid}?filters[${field}][$startsWith]=mark`,
        ])
      );
      const pages = [
        `/content-manager/history-versions?contentType=api::dossier.dossier&documentId=${documentId}&populate=*`,
        `/content-manager/preview/url/api::dossier.dossier?documentId=${documentId}&status=draft&populate=*`,
        '/content-manager/homepage/recent-documents?action=update',
        '/content-manager/homepage/recent-documents?action=publish',
        '/content-manager/homepage/count-documents',
        '/upload/files?populate[related]=*',
        '/upload/files?populate[related][on][plugin::guest-access.guest]=*',
      ];
      const asked = [...pages, ...sample([...urls, ...others.map((url) => ({ url, steps: 0 }))])];
      expect([name, await leaks(actor, asked)]).toEqual([name, []]);
    },
    60_000
  );

  it.each([0, 1, 2])(
    'answers no question either: right and wrong beginnings are the same (caller %i)',
    async (index) => {
      const [name, actor] = world.actors[index] ?? ['', { name: '', headers: {} }];
      const questions = pathsFrom('api::dossier.dossier').flatMap((path) =>
        privateOf(path.target).flatMap((field) => {
          const filter = `filters${path.steps.map((step) => `[${step.name}]`).join('')}[${field}][$startsWith]=`;
          const [first, ...rest] = path.steps;
          const below = `filters${rest.map((step) => `[${step.name}]`).join('')}[${field}][$startsWith]=`;
          return [
            `/content-manager/collection-types/api::dossier.dossier?${filter}`,
            `/content-manager/relations/api::dossier.dossier/${first?.name}?${below}`,
            `/content-manager/relations/shared.person/guest?filters[${field}][$startsWith]=`,
            `/content-manager/relations/shared.person/contacts?filters[${field}][$startsWith]=`,
          ];
        })
      );
      const differing: string[] = [];
      for (const url of shuffled([...new Set(questions)], seed).slice(0, callsMax / 2)) {
        const [right, wrong] = [await as(actor).get(`${url}mark`), await as(actor).get(`${url}zzzz`)];
        if (right.status !== wrong.status || right.text !== wrong.text) differing.push(url);
      }
      expect([name, differing]).toEqual([name, []]);
    },
    60_000
  );

  it('D03 shows no row of ours over a component to who may read neither where it is picked nor it', async () => {
    const [, , [, stranger] = ['', null]] = world.actors;
    const [, [, reader] = ['', null]] = world.actors;
    if (!stranger || !reader) throw new Error('there are three callers');
    for (const field of ['guest', 'contacts']) {
      const { id } = await site.strapi.db.connection('components_shared_people').first('id');
      for (const url of [`shared.person/${field}`, `shared.person/${id}/${field}`]) {
        expect([url, (await as(stranger).get(`/content-manager/relations/${url}`)).status]).toEqual([url, 403]);
        expect([url, (await as(reader).get(`/content-manager/relations/${url}`)).status]).toEqual([url, 200]);
      }
    }
  });

  it('leaves the relation fields of the panel as they were', async () => {
    const admin = as(await administrator());
    const picked = await admin.get(
      '/content-manager/relations/api::ticket.ticket/contact?page=1&pageSize=10&_q=a&_filter=$containsi&locale=fr&status=draft'
    );
    expect(picked.status).toBe(200);
    expect(picked.body.results.length).toBeGreaterThan(0);
    const { dossier } = world;
    const there = await admin
      .get(`/content-manager/relations/api::dossier.dossier/${dossier.documentId}/guests?page=1&pageSize=10`)
      .expect(200);
    expect(there.body.results).toHaveLength(1);
    const saved = await admin
      .put(`/content-manager/collection-types/api::dossier.dossier/${dossier.documentId}`, { title: 'X01 bis' })
      .expect(200);
    expect(saved.body.data.title).toBe('X01 bis');
    await admin
      .post(`/content-manager/collection-types/api::dossier.dossier/${dossier.documentId}/actions/publish`, {
        title: 'X01 bis',
      })
      .expect(200);
    const lists = await admin.get('/content-manager/collection-types/plugin::guest-access.contact?_q=a').expect(200);
    expect(lists.body.results.length).toBeGreaterThan(0);
  });
});
