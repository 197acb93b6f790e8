import { randomUUID } from 'node:crypto';
import type { ExplainAccess, ForeseeAccess, ListResources, Permission, ResponseOf } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  editor,
  makeContact,
  makeGuest,
  makeProject,
  makeTask,
  makeTicket,
  queriesOf,
  readRight,
  type Actor,
  type ReadRight,
  type Made,
  type MadeGuest,
} from '../support';

const project = 'api::project.project';
const task = 'api::task.task';
const notice = 'api::site-notice.site-notice';
const isCreator = ['admin::is-creator'];

/** Readers of accesses, by what the content manager shows them beside. */
const reader = (reads: readonly ReadRight[] = [], more: readonly Permission[] = []): Promise<Actor> =>
  editor(['access.read', ...more], reads.map(readRight));

/** Makes an editor of the panel the creator of a row. */
const giveTo = async (actor: Actor, uid: string, row: Made): Promise<void> => {
  const { body } = await as(actor).get('/admin/users/me').expect(200);
  await site.strapi.db
    .query(uid as typeof task)
    .updateMany({ where: { documentId: row.documentId }, data: { createdBy: body.data.id } });
};

const listed = async (actor: Actor): Promise<ResponseOf<typeof ListResources>> =>
  (
    await as(actor)
      .get(`${pathTo('ListResources')}?contentType=${project}&pageSize=5000`)
      .expect(200)
  ).body.data;

const labels = async (actor: Actor): Promise<string[]> => (await listed(actor)).resources.map(({ label }) => label);

const why = async (
  actor: Actor,
  guest: MadeGuest,
  uid: string,
  { documentId }: { documentId: string }
): Promise<{ answer: ResponseOf<typeof ExplainAccess>; text: string }> => {
  const { body, text } = await as(actor)
    .get(
      `${pathTo('ExplainAccess', { guestId: guest.access.guestId ?? '' })}?contentType=${uid}&documentId=${documentId}`
    )
    .expect(200);
  return { answer: body.data, text };
};

const named = () => `Nom-${randomUUID()}`;

describe('X07 GET /resources', () => {
  it('names rows to whoever the content manager shows them, and to nobody else', async () => {
    const [name, code] = [named(), `K${randomUUID().slice(0, 8)}`];
    await makeProject({ code, name });
    expect((await labels(await administrator())).join()).toContain(name);
    expect((await labels(await reader([{ uid: project }]))).join()).toContain(name);
    for (const reads of [
      [],
      [{ uid: task }],
      [{ uid: project, fields: ['code'] }],
      [{ uid: project, conditions: isCreator }],
    ]) {
      expect(await listed(await reader(reads))).toEqual({ resources: [], total: 0 });
    }
  });

  it('asks the conditions of a role in the database: pages and totals are of the rows that are shown', async () => {
    const own = [await makeProject({ name: named() }), await makeProject({ name: named() }), await makeProject()];
    await makeProject();
    const actor = await reader([{ uid: project, conditions: isCreator }]);
    for (const row of own) await giveTo(actor, project, row);
    const seen: string[] = [];
    for (const page of [1, 2, 3, 4]) {
      const { body } = await as(actor)
        .get(`${pathTo('ListResources')}?contentType=${project}&pageSize=1&page=${page}`)
        .expect(200);
      expect(body.data.total).toBe(3);
      seen.push(...body.data.resources.map(({ documentId }: Made) => documentId));
    }
    expect(seen.sort()).toEqual(own.map(({ documentId }) => documentId).sort());
    const queries = await queriesOf(() => listed(actor));
    expect(queries.filter((sql) => sql.includes('projects')).length).toBeLessThan(4);
  });
});

describe('X07 why', () => {
  it('names a row and the rows behind it to whoever is shown each of them', async () => {
    const [name, title] = [named(), named()];
    const granted = await makeProject({ name });
    const guest = await makeGuest({ projects: [granted] });
    const row = await makeTask({ project: granted, title });

    const all = await why(await reader([{ uid: task }, { uid: project }]), guest, task, row);
    expect(all.answer).toMatchObject({ verdict: 'visible', rowLabel: title });
    expect(all.answer.checks[0]?.trail[0]?.label).toContain(name);

    const onlyTask = await why(await reader([{ uid: task }]), guest, task, row);
    expect(onlyTask.answer).toMatchObject({ verdict: 'visible', rowLabel: title });
    expect(onlyTask.answer.checks[0]?.trail).toMatchObject([{ attribute: 'project', label: null, ties: true }]);
    expect(onlyTask.text).not.toContain(name);

    const nothing = await why(await reader(), guest, task, row);
    expect(nothing.answer).toMatchObject({ verdict: 'visible', rowLabel: null });
    for (const hidden of [name, title]) expect(nothing.text).not.toContain(hidden);

    const otherField = await why(await reader([{ uid: task, fields: ['state'] }]), guest, task, row);
    expect(otherField.answer).toMatchObject({ verdict: 'visible', rowLabel: null });
  });

  it('answers the same for a row that is hidden from guest and editor as for one that is not there', async () => {
    const guest = await makeGuest({ projects: [await makeProject()] });
    const [secret, other] = [await makeTask({ title: named() }), await makeTask({ title: named() })];
    const closedType = await site.strapi.documents(notice as typeof task).create({ data: { text: named() } as never });
    const draft = await site.strapi
      .documents('api::document.document')
      .create({ locale: 'fr', data: { title: named() } as never });
    const asked: [string, { documentId: string }][] = [
      [task, secret],
      [notice, closedType],
      ['api::document.document', draft],
      ['plugin::users-permissions.user', { documentId: 'a'.repeat(24) }],
    ];
    const actors = [await reader(), await reader([{ uid: task, conditions: isCreator }])];
    for (const actor of actors) {
      for (const [uid, row] of asked) {
        const there = await why(actor, guest, uid, row);
        const missing = await why(actor, guest, uid, { documentId: 'b'.repeat(24) });
        expect(there.answer).toEqual(missing.answer);
        expect(there.answer).toMatchObject({ verdict: 'no-such-row', rowLabel: null, checks: [] });
      }
    }
    const [, creator] = actors;
    if (!creator) throw new Error('There is no such editor');
    await giveTo(creator, task, other);
    expect((await why(creator, guest, task, other)).answer).toMatchObject({ verdict: 'hidden' });
    // Who is shown the type is told of each row, drafts too.
    expect((await why(await reader([{ uid: task }]), guest, task, secret)).answer.verdict).toBe('hidden');
  });

  it('names no contact but the guest’s own to whoever does not read the address book', async () => {
    const guest = await makeGuest({ accessTypes: ['tickets'] });
    const stranger = await makeContact({ lastName: named() });
    const theirs = await makeTicket({ contact: stranger.documentId });
    const mine = await makeTicket({ contact: guest.contact.documentId });
    const ticket = { uid: 'api::ticket.ticket' };
    const alone = await reader([ticket]);
    expect((await why(alone, guest, ticket.uid, theirs)).text).not.toContain(stranger.lastName);
    const own = await why(alone, guest, ticket.uid, mine);
    expect(own.answer.checks[0]?.trail[0]?.label).toBe(guest.contact.lastName);
    const both = await why(await reader([ticket], ['contacts.read']), guest, ticket.uid, theirs);
    expect(both.answer.checks[0]?.trail[0]?.label).toBe(stranger.lastName);
  });
});

describe('X07 what-if', () => {
  it('counts every row, and names those that the content manager shows', async () => {
    const [own, other] = [named(), named()];
    const granted = await makeProject();
    const row = await makeTask({ project: granted, title: own });
    await makeTask({ project: granted, title: other });
    const contact = await makeContact();
    const ask = async (actor: Actor) => {
      const { body, text } = await as(actor)
        .post(pathTo('ForeseeAccess', { contactId: contact.documentId }), {
          resources: [{ contentType: project, documentIds: [granted.documentId] }],
          accessTypes: ['tasks'],
        })
        .expect(200);
      const changes: ResponseOf<typeof ForeseeAccess>['changes'] = body.data.changes;
      return { text, tasks: changes.find(({ contentType }) => contentType === task) };
    };
    const nothing = await ask(await reader());
    expect(nothing.tasks).toMatchObject({ appear: 2, appearing: [] });
    for (const hidden of [own, other]) expect(nothing.text).not.toContain(hidden);
    const creator = await reader([{ uid: task, conditions: isCreator }]);
    await giveTo(creator, task, row);
    const part = await ask(creator);
    expect(part.tasks).toMatchObject({ appear: 2, appearing: [{ label: own }] });
    expect(part.text).not.toContain(other);
  });
});

describe('X07 a save by somebody who may not read a resource type', () => {
  it('leaves the rows of that type that it does not speak of, and takes those that it names', async () => {
    const granted = await makeProject();
    const guest = await makeGuest({ projects: [granted], accessTypes: ['tasks'] });
    const blind = as(await reader([], ['access.manage']));
    const sighted = as(await reader([{ uid: project }], ['access.manage']));
    const held = [{ contentType: project, documentIds: [granted.documentId] }];
    const save = async (actor: ReturnType<typeof as>, resources: object[]) => {
      const { version } = (
        await actor.get(pathTo('GetContactAccess', { contactId: guest.contact.documentId })).expect(200)
      ).body.data;
      const body = { version, closed: false, resources, accessTypes: ['tickets'] };
      return (await actor.put(pathTo('SaveContactAccess', { contactId: guest.contact.documentId }), body).expect(200))
        .body.data;
    };
    expect(await save(blind, [])).toMatchObject({ resources: held, accessTypes: ['tickets'] });
    expect((await save(blind, [{ contentType: project, documentIds: [] }])).resources).toEqual([]);
    await save(blind, held);
    expect((await save(sighted, [])).resources).toEqual([]);
  });
});
