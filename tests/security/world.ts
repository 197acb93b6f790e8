import type { AccessType, Settings } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  makeAbsence,
  makeActivityReport,
  makeDocument,
  makeGuest,
  makeInvoice,
  makeMilestone,
  makeProject,
  makeTag,
  makeTask,
  makeTicket,
  type Actor,
  type Made,
  type MadeGuest,
} from '../support';

/** Stands in every row that guest A may not see, and in every field that no guest may see. */
export const HIDDEN = 'CACHE-B';
export const PRIVATE = 'NOTE-INTERNE';

export const readSettings = async (): Promise<Settings> => {
  const { body } = await as(await administrator())
    .get(pathTo('GetSettings'))
    .expect(200);
  return body.data.settings;
};

export const saveSettings = async (settings: Settings): Promise<void> => {
  await as(await administrator())
    .put(pathTo('SaveSettings'), settings)
    .expect(200);
};

const labels = { fr: 'Essai', en: 'Trial', cs: 'Pokus' };

/** An access type as a test needs it: what it does not say is readable in full, and not writable. */
export const accessType = (
  wish: Pick<AccessType, 'key' | 'contentType' | 'rule'> & Partial<AccessType>
): AccessType => ({
  labels,
  actions: ['find', 'findOne'],
  readFields: null,
  writeFields: null,
  drafts: false,
  ...wish,
});

const project = 'api::project.project';
export const byProject = { kind: 'resource', path: 'project', resourceType: project } as const;

/** What the tests of this folder give beside the site's own access types. */
const more: AccessType[] = [
  accessType({ key: 'milestones', contentType: 'api::milestone.milestone', rule: byProject }),
  accessType({
    key: 'wide-tasks',
    contentType: 'api::task.task',
    actions: ['find', 'findOne', 'create', 'update', 'delete'],
    readFields: ['title', 'description', 'state', 'comment', 'project', 'milestone', 'tags'],
    rule: byProject,
  }),
  accessType({
    key: 'tasks-of-milestones',
    contentType: 'api::task.task',
    rule: { kind: 'resource', path: 'milestone.project', resourceType: project },
  }),
  accessType({
    key: 'wide-tags',
    contentType: 'api::tag.tag',
    actions: ['find', 'findOne', 'create', 'update', 'delete'],
    rule: { kind: 'all' },
  }),
  accessType({
    key: 'all-absences',
    contentType: 'api::absence.absence',
    readFields: ['person'],
    rule: { kind: 'all' },
  }),
  accessType({
    key: 'own-tickets',
    contentType: 'api::ticket.ticket',
    actions: ['find', 'findOne', 'create', 'update', 'delete'],
    rule: { kind: 'contact', path: 'contact' },
  }),
  accessType({
    key: 'wide-documents',
    contentType: 'api::document.document',
    actions: ['find', 'findOne', 'create', 'update', 'delete'],
    rule: byProject,
  }),
];

let kept: Settings | null = null;

/** Adds the access types above. To be undone by `restoreSettings`. */
export const widenSettings = async (): Promise<void> => {
  kept = await readSettings();
  const known = new Set(kept.accessTypes.map(({ key }) => key));
  await saveSettings({
    ...kept,
    resourceTypes: kept.resourceTypes.map((type) => ({
      ...type,
      readFields: type.readFields && [...type.readFields, 'tasks', 'milestones', 'documents', 'activityReports'],
    })),
    accessTypes: [...kept.accessTypes, ...more.filter(({ key }) => !known.has(key))],
  });
};

export const restoreSettings = async (): Promise<void> => {
  if (kept) await saveSettings(kept);
  kept = null;
};

/** A guest with a project of their own and a row of each kind in it. */
export interface Side {
  guest: MadeGuest;
  project: Made;
  task: Made;
  milestone: Made;
  report: Made;
  absence: Made;
  document: Made;
  draft: Made;
  ticket: Made;
  invoice: Made;
}

export interface World {
  a: Side;
  b: Side;
  /** On a task of each side. */
  tag: Made;
  actor: Actor;
}

const side = async (mark: string, accessTypes: readonly string[], tag: Made): Promise<Side> => {
  const project = await makeProject({ name: `${mark} projet`, internalNote: `${PRIVATE} ${mark}` });
  const milestone = await makeMilestone({ project, name: `${mark} jalon` });
  const task = await makeTask({
    project,
    title: `${mark} tâche`,
    comment: `${mark} commentaire`,
    milestone: milestone.documentId,
    tags: [tag.documentId],
  });
  const report = await makeActivityReport({ project, text: `${mark} rapport`, internalNote: PRIVATE });
  const absence = await makeAbsence({ project, person: `${mark} personne`, reason: `${mark} raison` });
  const invoice = await makeInvoice({ project, number: `${HIDDEN}-F` });
  const guest = await makeGuest({ projects: [project], accessTypes, contact: { lastName: `${mark} nom` } });
  const ticket = await makeTicket({
    subject: `${mark} ticket`,
    contact: guest.contact.documentId,
    internalNote: PRIVATE,
  });
  const document = await makeDocument({ project, title: `${mark} document` });
  const draft = await site.strapi.documents('api::document.document' as never).create({
    locale: 'fr',
    status: 'draft',
    data: { title: `${HIDDEN} brouillon`, project: project.documentId } as never,
  });
  return {
    guest,
    project,
    task,
    milestone,
    report,
    absence,
    invoice,
    document,
    draft: { id: Number(draft.id), documentId: draft.documentId },
    ticket,
  };
};

/** Access types that show a guest as much as a guest can be shown. */
export const everything = [
  'wide-tasks',
  'milestones',
  'activity-reports',
  'absences',
  'wide-documents',
  'own-tickets',
  'wide-tags',
];

/** Guests A and B with a project each; A's document also points at rows of B, through a component and a zone. */
export const makeWorld = async (accessTypes: readonly string[] = everything): Promise<World> => {
  const tag = await makeTag();
  const a = await side('OUVERT-A', accessTypes, tag);
  const b = await side(HIDDEN, accessTypes, tag);
  await site.strapi.documents('api::document.document' as never).update({
    documentId: a.document.documentId,
    locale: 'fr',
    status: 'published',
    data: {
      references: [
        { label: 'Voir', project: b.project.documentId },
        { label: 'Voir aussi', project: a.project.documentId },
      ],
      sections: [
        { __component: 'shared.task-list', heading: 'Liste', tasks: [a.task.documentId, b.task.documentId] },
        { __component: 'shared.note', text: 'Note' },
      ],
    } as never,
  });
  return { a, b, tag, actor: a.guest.actor };
};

/** Rights of the site's Public role for the time of a test. */
export const givePublic = async (actions: readonly string[]): Promise<() => Promise<void>> => {
  const role = await site.strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  const permissions = site.strapi.db.query('plugin::users-permissions.permission');
  const made: { id: number }[] = [];
  for (const action of actions) made.push(await permissions.create({ data: { action, role: role.id } }));
  return async () => {
    await permissions.deleteMany({ where: { id: { $in: made.map(({ id }) => id) } } });
  };
};

export const readingPublic = ['task', 'project', 'tag', 'document', 'activity-report', 'absence', 'milestone'].flatMap(
  (name) => [`api::${name}.${name}.find`, `api::${name}.${name}.findOne`]
);
