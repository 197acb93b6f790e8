import { AsyncResource } from 'node:async_hooks';
import type { Permission } from '../../contract';
import { detailsOf } from '../../contract/readError';
import { pathTo } from '../../contract/routes';
import type { GuestAccess } from '../../server/src/features/public-api/types';
import {
  administrator,
  as,
  changeGuest,
  editor,
  makeGuest,
  makeProject,
  makeTask,
  type Made,
  type MadeGuest,
} from '../support';

const TASK = 'api::task.task';
const access: GuestAccess = site.strapi.plugin('guest-access').service('access');
const idOf = ({ access }: MadeGuest): string => access.guestId ?? '';
const titles = async (): Promise<string[]> =>
  (await site.strapi.documents(TASK).findMany({ fields: ['title'], limit: 10_000 })).map(({ title }) => String(title));
const find = ({ documentId }: Made) => site.strapi.documents(TASK).findOne({ documentId });

describe('asGuest', () => {
  let guest: MadeGuest;
  let other: MadeGuest;
  let own: Made;
  let foreign: Made;
  beforeAll(async () => {
    const [project, elsewhere] = [await makeProject(), await makeProject()];
    own = await makeTask({ project, title: 'à moi' });
    foreign = await makeTask({ project: elsewhere, title: 'à d’autres' });
    [guest, other] = [await makeGuest({ projects: [project] }), await makeGuest({ projects: [elsewhere] })];
  });

  it('shows their rows only, by every way to read', async () => {
    const seen = await access.asGuest(idOf(guest), async () => ({
      list: await titles(),
      foreign: await find(foreign),
      count: await site.strapi.documents(TASK).count({}),
      byQuery: await site.strapi.db.query(TASK).findMany({ select: ['title'] }),
    }));
    expect(seen).toMatchObject({ list: ['à moi'], foreign: null, count: 1 });
    expect(seen.byQuery.map(({ title }) => title as string)).toEqual(['à moi']);
  });

  it('writes what they may write, and not what is out of reach', async () => {
    const write = ({ documentId }: Made, data: object) =>
      access.asGuest(idOf(guest), () => site.strapi.documents(TASK).update({ documentId, data: data as never }));
    await write(own, { comment: 'en leur nom' });
    expect(await find(own)).toMatchObject({ comment: 'en leur nom' });
    await expect(write(foreign, { comment: 'en leur nom' })).rejects.toThrow();
    await expect(write(own, { internalNote: 'x' })).rejects.toThrow();
    expect((await find(foreign))?.comment).not.toBe('en leur nom');
    expect((await find(own))?.internalNote).not.toBe('x');
  });

  it('ends with the work: neither what follows nor what runs beside it is theirs', async () => {
    const all = await titles();
    expect(all).toEqual(expect.arrayContaining(['à moi', 'à d’autres']));
    let goOn = () => undefined as void;
    const waiting = new Promise<void>((resolve) => (goOn = resolve));
    const inside = access.asGuest(idOf(guest), async () => {
      await waiting;
      return titles();
    });
    expect(await titles()).toEqual(all);
    goOn();
    expect(await inside).toEqual(['à moi']);
    expect(await titles()).toEqual(all);
    await expect(access.asGuest(idOf(guest), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await titles()).toEqual(all);
  });

  it('keeps work that was not waited for under their row security', async () => {
    let late: Promise<string[]> = Promise.resolve([]);
    await access.asGuest(idOf(guest), async () => {
      late = new Promise((resolve) => setImmediate(() => resolve(titles())));
    });
    expect(await late).toEqual(['à moi']);
  });

  it('keeps two guests apart who run at once', async () => {
    const rounds = await Promise.all(
      Array.from({ length: 10 }, (_none, index) => access.asGuest(idOf(index % 2 === 0 ? guest : other), titles))
    );
    rounds.forEach((seen, index) => expect(seen).toEqual([index % 2 === 0 ? 'à moi' : 'à d’autres']));
  });

  it('is as narrow inside asSystem, and asSystem as wide inside it, each to its own end', async () => {
    const all = await titles();
    const seen = await access.asSystem(() =>
      access.asGuest(idOf(guest), async () => [await titles(), await access.asSystem(titles), await titles()])
    );
    expect(seen).toEqual([['à moi'], all, ['à moi']]);
    expect(await access.asGuest(idOf(guest), () => access.asGuest(idOf(other), titles))).toEqual(['à d’autres']);
  });

  it('follows the access from the next call on', async () => {
    const project = await makeProject();
    const task = await makeTask({ project, title: 'plus tard' });
    const late = await makeGuest({ projects: [] });
    expect(await access.asGuest(idOf(late), () => find(task))).toBeNull();
    const resources = [{ contentType: 'api::project.project', documentIds: [project.documentId] }];
    await access.grant({ guest: idOf(late) }, { resources });
    expect(await access.asGuest(idOf(late), () => find(task))).toMatchObject({ title: 'plus tard' });
  });

  it.each(['closed', 'unknown'])('does nothing for a guest who is %s, whose reach is empty', async (kind) => {
    const closed = await makeGuest({ projects: [await makeProject()] });
    await changeGuest(idOf(closed), { closed: true });
    const id = kind === 'closed' ? idOf(closed) : 'unknown';
    let hasRun = false;
    const work = async () => (hasRun = true);
    await expect(access.asGuest(id, work)).rejects.toMatchObject({ details: { code: 'not_found' } });
    expect(hasRun).toBe(false);
    expect(await access.rowsInReach(id, TASK)).toEqual({ documentIds: [], next: null });
    expect(await access.mayRead(id, TASK, own.documentId)).toBe(false);
  });

  it.each(['plugin::guest-access.guest', 'admin::user', 'plugin::upload.file', 'strapi::core-store', 'api::none.none'])(
    'finds nothing of %s in reach',
    async (uid) => {
      expect(await access.rowsInReach(idOf(guest), uid)).toEqual({ documentIds: [], next: null });
      expect(await access.mayRead(idOf(guest), uid, own.documentId)).toBe(false);
    }
  );

  it('leaves a callback that was made outside alone', async () => {
    const all = await titles();
    const outside = AsyncResource.bind(titles);
    expect(await access.asGuest(idOf(guest), () => outside())).toEqual(all);
  });
});

/** What becomes of a grant by a site's code that runs in an editor's request. */
const grantAs = async (permissions: readonly Permission[], guest: string): Promise<unknown> => {
  let outcome: unknown = null;
  const stop = site.strapi.db.lifecycles.subscribe({
    models: ['plugin::guest-access.contact'],
    afterFindMany: async () => {
      outcome ??= await access.grant({ guest }, { accessTypes: ['absences'] }).then(
        (granted) => granted.outcome,
        (error: { details?: unknown }) => detailsOf(error.details).code
      );
    },
  });
  await as(await editor(['contacts.read', ...permissions]))
    .get(pathTo('ListContacts'))
    .expect(200);
  stop();
  return outcome;
};

describe('grant', () => {
  it('is refused in the request of an editor who may not give', async () => {
    const guest = await makeGuest();
    expect(await grantAs([], idOf(guest))).toBe('access_decides');
    expect(await grantAs(['access.manage'], idOf(guest))).toBe('extended');
    const { body } = await as(await administrator())
      .get(pathTo('GetContactAccess', { contactId: guest.contact.documentId }))
      .expect(200);
    expect(body.data.accessTypes).toContain('absences');
  });
});
