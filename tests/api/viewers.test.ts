import { randomUUID } from 'node:crypto';
import {
  rowActions,
  type ListViewers,
  type ResponseOf,
  type RowAction,
  type Settings,
  type Viewer,
} from '../../contract';
import { pathTo } from '../../contract/routes';
import type { GuestAccess, RowPermission } from '../../server/src/features/public-api/types';
import {
  administrator,
  as,
  makeAbsence,
  makeContact,
  makeDocument,
  makeGuest,
  makeMilestone,
  makeProject,
  makeTag,
  makeTask,
  makeTicket,
  type Made,
  type MadeGuest,
} from '../support';
import { accessType, byProject, readSettings, saveSettings } from '../security/world';

type Answer = ResponseOf<typeof ListViewers>;

const PROJECT = 'api::project.project';
const TASK = 'api::task.task';
const TICKET = 'api::ticket.ticket';
const DOCUMENT = 'api::document.document';
const TAG = 'api::tag.tag';
const ABSENCE = 'api::absence.absence';

const idOf = ({ access }: MadeGuest): string => access.guestId ?? '';

const page = async (contentType: string, { documentId }: Made, more = ''): Promise<Answer> =>
  (
    await as(await administrator())
      .get(`${pathTo('ListViewers')}?contentType=${contentType}&documentId=${documentId}${more}`)
      .expect(200)
  ).body.data;

/** All pages; the site has guests of other tests too. */
const viewersOf = async (contentType: string, row: Made): Promise<Viewer[]> => {
  const viewers: Viewer[] = [];
  for (let number = 1; ; number += 1) {
    const { viewers: found, pagination } = await page(contentType, row, `&pageSize=100&page=${number}`);
    viewers.push(...found);
    if (number >= pagination.pageCount) {
      expect(viewers).toHaveLength(pagination.total);
      return viewers;
    }
  }
};

const viewerOf = async (contentType: string, row: Made, guest: MadeGuest): Promise<Viewer | undefined> =>
  (await viewersOf(contentType, row)).find((viewer) => viewer.guest?.documentId === idOf(guest));

const change = async ({ contact }: MadeGuest, more: object): Promise<void> => {
  const admin = as(await administrator());
  const path = pathTo('SaveContactAccess', { contactId: contact.documentId });
  const { version, resources, accessTypes } = (
    await admin.get(pathTo('GetContactAccess', { contactId: contact.documentId })).expect(200)
  ).body.data;
  await admin.put(path, { version, closed: false, resources, accessTypes, ...more }).expect(200);
};

const newCompany = () => ({ name: `Société ${randomUUID()}` });
const companyOf = ({ contact }: MadeGuest) => ({ documentId: contact.company?.documentId });
const every = ['find', 'findOne', 'create', 'update', 'delete'] as const;

/** Several ways to one type, rules of every kind, paths of one to three relations, drafts. */
const more = [
  accessType({ key: 'edited-tasks', contentType: TASK, actions: [...every], rule: byProject }),
  accessType({ key: 'blind-tasks', contentType: TASK, actions: ['delete'], rule: byProject }),
  accessType({
    key: 'tasks-of-tags',
    contentType: TASK,
    rule: { kind: 'resource', path: 'tags.tasks.project', resourceType: PROJECT },
  }),
  accessType({ key: 'tasks-of-tickets', contentType: TASK, rule: { kind: 'contact', path: 'tickets.contact' } }),
  accessType({ key: 'opened-tickets', contentType: TICKET, rule: { kind: 'guest', path: 'openedBy' } }),
  accessType({ key: 'drafts', contentType: DOCUMENT, rule: byProject, drafts: true }),
  accessType({
    key: 'referring',
    contentType: DOCUMENT,
    rule: { kind: 'resource', path: 'references.project', resourceType: PROJECT },
  }),
  accessType({ key: 'changed-tags', contentType: TAG, actions: [...every], rule: { kind: 'all' } }),
];

describe('GET /insight/viewers', () => {
  let kept: Settings;
  beforeAll(async () => {
    kept = await readSettings();
    await saveSettings({ ...kept, accessTypes: [...kept.accessTypes, ...more] });
  });
  afterAll(() => saveSettings(kept));

  it('tells by which ways a guest sees a row, and what each lets them do', async () => {
    const project = await makeProject();
    const row = await makeTask({ project });
    const guest = await makeGuest({ projects: [project], accessTypes: ['tasks', 'blind-tasks'] });
    expect(await viewerOf(TASK, row, guest)).toMatchObject({
      guest: { documentId: idOf(guest), contactId: guest.contact.documentId, name: `${guest.contact.lastName} Arthur` },
      state: 'open',
      actions: ['find', 'update', 'delete'],
      through: [
        { kind: 'access', key: 'tasks', labels: { fr: 'Tâches' }, actions: ['find', 'update'] },
        { kind: 'access', key: 'blind-tasks', actions: ['delete'] },
      ],
    });
    expect(await viewerOf(PROJECT, project, guest)).toMatchObject({
      actions: ['find'],
      through: [{ kind: 'resource', key: PROJECT, labels: { fr: 'Projets' }, actions: ['find'] }],
    });
  });

  it('does not count as a viewer who may delete a row and not read it', async () => {
    const project = await makeProject();
    const guest = await makeGuest({ projects: [project], accessTypes: ['blind-tasks'] });
    expect(await viewerOf(TASK, await makeTask({ project }), guest)).toBeUndefined();
  });

  it('counts closed and waiting guests, and lists them not', async () => {
    const project = await makeProject();
    const row = await makeTask({ project });
    const [open, closed] = [await makeGuest({ projects: [project] }), await makeGuest({ projects: [project] })];
    await change(closed, { closed: true });
    const answer = await page(TASK, row);
    expect(answer.viewers.map(({ guest }) => guest?.documentId)).toEqual([idOf(open)]);
    expect(answer).toMatchObject({ pagination: { total: 1, pageCount: 1 }, closedTotal: 1 });
    await change(closed, { closed: false });
    expect(await page(TASK, row)).toMatchObject({ pagination: { total: 2 }, closedTotal: 0 });
  });

  it('answers page by page, by name', async () => {
    const project = await makeProject();
    const row = await makeTask({ project });
    for (const lastName of ['Écrin', 'Abri', 'Zinc', 'Élan', 'Dune']) {
      await makeGuest({ projects: [project], contact: { lastName, firstName: null } });
    }
    const names: (string | undefined)[] = [];
    for (const number of [1, 2, 3]) {
      const answer = await page(TASK, row, `&pageSize=2&page=${number}`);
      expect(answer.pagination).toEqual({ page: number, pageSize: 2, pageCount: 3, total: 5 });
      names.push(...answer.viewers.map(({ guest }) => guest?.name));
    }
    expect(names).toEqual(['Abri', 'Dune', 'Écrin', 'Élan', 'Zinc']);
  });

  it('follows company records', async () => {
    const guest = await makeGuest({ accessTypes: ['tickets'], contact: { company: newCompany() } });
    const neighbour = await makeContact({ company: companyOf(guest) });
    const row = await makeTicket({ contact: neighbour.documentId });
    expect(await viewerOf(TICKET, row, guest)).toBeUndefined();
    await change(guest, { companyRecords: true });
    expect(await viewerOf(TICKET, row, guest)).toMatchObject({ through: [{ key: 'tickets' }] });
  });

  it('tells nobody of a type that the self-check has closed', async () => {
    const project = await makeProject();
    const absence = await makeAbsence({ project });
    const guest = await makeGuest({ projects: [project], accessTypes: ['absences'] });
    expect(await viewerOf(ABSENCE, absence, guest)).toBeDefined();
    const settings = await readSettings();
    // What an update of Strapi that loses the filter would look like.
    const release: unknown = site.strapi.db.lifecycles.subscribe({
      models: [ABSENCE],
      beforeFindMany: ({ params }) => void Reflect.deleteProperty(params, 'filters'),
    });
    try {
      await saveSettings(settings);
      expect(await page(ABSENCE, absence)).toMatchObject({ viewers: [], pagination: { total: 0 }, closedTotal: 0 });
    } finally {
      if (typeof release === 'function') release();
      await saveSettings(settings);
    }
    expect(await viewerOf(ABSENCE, absence, guest)).toBeDefined();
  });

  it('is empty for a type that no access leads to', async () => {
    const notice = 'api::site-notice.site-notice';
    const row = await site.strapi.documents(notice as typeof TASK).create({ data: { text: 'Avis' } as never });
    expect(await page(notice, { id: Number(row.id), documentId: row.documentId })).toEqual({
      viewers: [],
      pagination: { page: 1, pageSize: 25, pageCount: 0, total: 0 },
      closedTotal: 0,
    });
  });

  describe('agrees with the row filter, asked guest by guest', () => {
    const access: GuestAccess = site.strapi.plugin('guest-access').service('access');
    const rowsOf: Record<string, Made[]> = {};
    let guests: MadeGuest[];

    const reachOf = async (guest: MadeGuest, uid: string, permission: RowPermission): Promise<Set<string>> => {
      const found = new Set<string>();
      let after: string | null = null;
      do {
        const { documentIds, next } = await access.rowsInReach(idOf(guest), uid, { permission, after, limit: 1_000 });
        for (const documentId of documentIds) found.add(documentId);
        after = next;
      } while (after !== null);
      return found;
    };

    beforeAll(async () => {
      const projects = [await makeProject(), await makeProject(), await makeProject()] as const;
      const [one, two, three] = projects;
      const tags = [await makeTag(), await makeTag()] as const;
      const milestone = await makeMilestone({ project: two });
      const tasks = [
        await makeTask({ project: one, tags: [tags[0].documentId] }),
        await makeTask({ project: two, tags: [tags[0].documentId, tags[1].documentId] }),
        await makeTask({ project: three, milestone: milestone.documentId }),
        await makeTask({ project: null }),
      ] as const;
      const company = newCompany();
      const first = await makeGuest({ accessTypes: ['tickets'], contact: { company } });
      const same = companyOf(first);
      const colleague = await makeContact({ company: same });
      const stranger = await makeContact({ company: null });
      guests = [
        first,
        await makeGuest({ accessTypes: ['tickets', 'tasks-of-tickets'], contact: { company: same } }),
        await makeGuest({ projects: [one], accessTypes: ['tasks', 'documents', 'tags'] }),
        await makeGuest({ projects: [one, two], accessTypes: ['tasks', 'edited-tasks', 'tasks-of-tags'] }),
        await makeGuest({ projects: [three], accessTypes: ['tasks-of-tags', 'drafts', 'referring', 'changed-tags'] }),
        await makeGuest({ projects: [two], accessTypes: ['blind-tasks', 'documents', 'drafts'] }),
        await makeGuest({ accessTypes: ['tasks', 'documents', 'opened-tickets', 'tags'] }),
        await makeGuest({ projects: [one, two, three], accessTypes: ['documents'] }),
        await makeGuest({ projects: [two], accessTypes: ['tasks', 'referring'] }),
        await makeGuest({ accessTypes: ['tickets'], contact: { company: null } }),
      ];
      const [, wide, , , , , opener, , closed, alone] = guests;
      if (!wide || !opener || !closed || !alone) throw new Error('There are too few guests');
      await change(wide, { companyRecords: true });
      await change(alone, { companyRecords: true, pairedContactIds: [colleague.documentId] });
      await change(closed, { closed: true });
      const openedBy = await site.strapi.db
        .query('plugin::guest-access.guest')
        .findOne({ where: { documentId: idOf(opener) } });
      const published = await makeDocument({ project: one });
      const both = await makeDocument({ project: two });
      // The draft has moved to another project, and one language is there only as a draft.
      await site.strapi
        .documents(DOCUMENT)
        .update({ documentId: both.documentId, locale: 'fr', data: { project: three.documentId } as never });
      await site.strapi.documents(DOCUMENT).update({
        documentId: published.documentId,
        locale: 'en',
        data: { title: 'x', project: two.documentId } as never,
      });
      const referring = await makeDocument({ project: null, references: [{ label: 'x', project: three.documentId }] });
      const draft = await site.strapi
        .documents(DOCUMENT)
        .create({ locale: 'fr', data: { title: 'x', project: two.documentId } as never });
      rowsOf[PROJECT] = [...projects];
      rowsOf[TASK] = [...tasks];
      rowsOf[TAG] = [...tags];
      rowsOf[DOCUMENT] = [published, both, referring, { id: Number(draft.id), documentId: draft.documentId }];
      rowsOf[TICKET] = [
        await makeTicket({ contact: first.contact.documentId, task: tasks[3].documentId }),
        await makeTicket({ contact: colleague.documentId, task: tasks[0].documentId }),
        await makeTicket({ contact: stranger.documentId, openedBy: openedBy.id }),
        await makeTicket({}),
      ];
    });

    it.each([PROJECT, TASK, TAG, DOCUMENT, TICKET])('%s', async (uid) => {
      const reached = new Map<string, Record<RowAction, Set<string>>>();
      for (const guest of guests) {
        reached.set(idOf(guest), {
          find: await reachOf(guest, uid, 'read'),
          update: await reachOf(guest, uid, 'update'),
          delete: await reachOf(guest, uid, 'delete'),
        });
      }
      let seen = 0;
      for (const row of rowsOf[uid] ?? []) {
        const viewers = await viewersOf(uid, row);
        const expected = guests.flatMap((guest) => {
          const reach = reached.get(idOf(guest));
          if (!reach?.find.has(row.documentId)) return [];
          const actions = rowActions.filter((one) => reach[one].has(row.documentId));
          return [`${guest.contact.lastName} ${actions.join()}`];
        });
        const ours = viewers.filter(({ guest }) => guests.some((one) => idOf(one) === guest?.documentId));
        const told = ours.map(({ guest, actions }) => `${guest?.name.split(' ')[0] ?? ''} ${actions.join()}`);
        expect({ uid, row, viewers: told.sort() }).toEqual({ uid, row, viewers: expected.sort() });
        // Guests of other tests: whoever is listed does read it.
        for (const { guest } of viewers.slice(0, 30)) {
          expect([guest?.name, await access.mayRead(guest?.documentId ?? '', uid, row.documentId)]).toEqual([
            guest?.name,
            true,
          ]);
        }
        seen += expected.length;
      }
      // Rows that nobody sees would prove nothing, and so would rows that all see.
      expect(seen).toBeGreaterThan(2);
      expect(seen).toBeLessThan(guests.length * (rowsOf[uid]?.length ?? 0));
    });
  });
});
