import { pathTo } from '../../../contract/routes';
import type { Client } from './client';

const labels = (name: string) => ({ fr: name, en: name, cs: name });
const ofProject = (path: string) => ({ kind: 'resource', path, resourceType: 'api::project.project' });

const settings = {
  contacts: true,
  guests: true,
  resourceTypes: [
    { contentType: 'api::project.project', labels: labels('P'), labelField: 'name', readFields: ['name', 'tasks'] },
  ],
  accessTypes: [
    {
      key: 'tasks',
      labels: labels('T'),
      contentType: 'api::task.task',
      actions: ['find', 'findOne', 'create', 'update', 'delete'],
      readFields: ['title', 'done', 'hours', 'project', 'about'],
      writeFields: ['title', 'done', 'hours', 'project'],
      rule: ofProject('project'),
    },
    {
      key: 'pages',
      labels: labels('S'),
      contentType: 'api::page.page',
      actions: ['find', 'findOne', 'update'],
      rule: ofProject('tasks.project'),
    },
  ],
};

export interface Guest {
  name: string;
  token: string;
  project: string;
  task: string;
  page: string;
}

/** Two guests, each with a project, a task in it, and a published page about both tasks. In all texts stands whose they are. */
export const makeWorld = async ({ must }: Client): Promise<{ admin: string; full: string; ada: Guest; bob: Guest }> => {
  const person = {
    email: 'admin@contract.example',
    firstname: 'Anne',
    lastname: 'Kermarrec',
    password: 'Contract-2026',
  };
  const { token: admin } = (await must('POST', '/admin/register-admin', undefined, person)) as { token: string };
  const tokenOf = { name: 'all', description: '', type: 'full-access', lifespan: null };
  const { accessKey: full } = (await must('POST', '/admin/api-tokens', admin, tokenOf)) as { accessKey: string };
  await must('PUT', pathTo('SaveSettings'), admin, settings);
  const create = async (type: string, data: object): Promise<string> =>
    (await must('POST', `/api/${type}`, full, { data }))['documentId'] as string;
  const makeGuest = async (name: string): Promise<Guest> => {
    const project = await create('projects', { name: `PROJECT-${name}`, budget: `SECRET-${name}` });
    const task = await create('tasks', { title: `TASK-${name}`, internal: `SECRET-${name}`, project });
    const page = await create('pages', {
      title: `PAGE-${name}`,
      code: 'code',
      tasks: [task],
      parts: [{ label: `PART-${name}` }],
    });
    const contact = await must('POST', pathTo('CreateContact'), admin, { lastName: `GUEST-${name}` });
    const contactId = String(contact['documentId']);
    const { version } = await must('PUT', pathTo('SaveContactAccess', { contactId }), admin, {
      version: 0,
      closed: false,
      resources: [{ contentType: 'api::project.project', documentIds: [project] }],
      accessTypes: ['tasks', 'pages'],
    });
    const { link } = (await must('POST', pathTo('IssueKey', { contactId }), admin, { version })) as { link: string };
    const { token } = (await must('POST', pathTo('LogInByKey'), undefined, { key: link.split('#')[1] })) as {
      token: string;
    };
    return { name, token, project, task, page };
  };
  const [ada, bob] = [await makeGuest('Ada'), await makeGuest('Bob')];
  // Each page leads to the other's task, too.
  for (const [one, other] of [
    [ada, bob],
    [bob, ada],
  ] as const) {
    await must('PUT', `/api/pages/${one.page}`, full, {
      data: {
        parts: [{ label: `PART-${one.name}`, task: other.task }],
        zone: [{ __component: 'shared.part', label: 'ZONE', task: other.task }],
      },
    });
  }
  // Saved again, the self-check has rows to try.
  await must('PUT', pathTo('SaveSettings'), admin, settings);
  return { admin, full, ada, bob };
};
export type World = Awaited<ReturnType<typeof makeWorld>>;
