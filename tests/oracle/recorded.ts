import { administrator, apiToken, nobody, siteUser, type Actor } from '../support';

/** A request that the site answered before there were guests, and by whom. */
export interface Recorded {
  actor: Actor;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: object;
}

type Row = { id: number; documentId: string };

const firstOf = async (uid: string, where: object = {}): Promise<Row> => {
  const [row] = await site.strapi.db
    .query(uid as 'api::task.task')
    .findMany({ where, orderBy: { id: 'asc' }, limit: 1 });
  if (!row) throw new Error(`no row of ${uid}`);
  return { id: Number(row.id), documentId: String(row.documentId) };
};

const get = (actor: Actor, paths: readonly string[]): Recorded[] =>
  paths.map((path) => ({ actor, method: 'GET', path: encodeURI(path) }));
const graphql = (actor: Actor, queries: readonly string[]): Recorded[] =>
  queries.map((query) => ({ actor, method: 'POST', path: '/graphql', body: { query } }));

/** What a site does all day: reads and writes of everyone who is not a guest. Writes come after all reads. */
export const recordedRequests = async (): Promise<Recorded[]> => {
  const [admin, user] = [await administrator(), await siteUser()];
  const [reader, writer] = [await apiToken('read-only'), await apiToken('full-access')];
  const project = await firstOf('api::project.project');
  const task = await firstOf('api::task.task');
  const document = await firstOf('api::document.document', { locale: 'fr' });
  const tag = await firstOf('api::tag.tag').catch(() => null);
  const panel = '/content-manager/collection-types';
  const tasks = `${panel}/api::task.task`;
  const documents = `${panel}/api::document.document`;

  const contentReads = [
    '/api/tasks',
    '/api/tasks?populate=*&sort=title,id',
    '/api/tasks?filters[project][name][$contains]=a&populate[project][populate]=milestones',
    '/api/tasks?filters[$or][0][state]=done&filters[$or][1][project][id][$null]=true&sort=id:desc',
    '/api/tasks?sort=project.name,id&fields=title&pagination[pageSize]=3&pagination[page]=2',
    '/api/tasks?_q=a&pagination[start]=1&pagination[limit]=2&pagination[withCount]=false',
    '/api/tasks?filters[internalNote][$contains]=a',
    '/api/tasks?unknown=1',
    `/api/tasks/${task.documentId}?populate=project`,
    '/api/tasks/a1b2c3d4e5f6g7h8i9j0k1l2',
    '/api/projects?populate[tasks][count]=true&sort=id',
    `/api/projects/${project.documentId}?populate[tasks][sort]=title&populate[documents][fields]=title`,
    '/api/documents?populate=*&locale=fr',
    '/api/documents?status=draft&locale=*&populate[sections][on][shared.task-list][populate]=tasks',
    '/api/documents?filters[references][project][name][$notNull]=true',
    '/api/activity-reports?sort=hours:desc,id&pagination[pageSize]=5',
    '/api/absences?filters[startsOn][$gt]=2026-01-01',
    '/api/invoices',
    '/api/users',
  ];
  const contentQueries = [
    '{ tasks(sort: "id", pagination: { limit: 5 }) { documentId title project { name tasks { title } } } }',
    '{ tasks_connection(filters: { project: { name: { contains: "a" } } }) { nodes { title } pageInfo { total pageCount } } }',
    `{ project(documentId: "${project.documentId}") { name internalNote } }`,
    `{ project(documentId: "${project.documentId}") { name milestones { name } activityReports { hours } } }`,
    '{ documents(locale: "fr", status: DRAFT, sort: "id") { title references { label project { name } } sections { __typename ... on ComponentSharedNote { text } } } }',
    '{ invoices { number } }',
    'mutation { createTag(data: { name: "x" }) { nope } }',
  ];
  const panelReads = [
    `${tasks}?page=1&pageSize=10&sort=title:ASC`,
    `${tasks}?_q=a&filters[$and][0][state][$eq]=todo`,
    `${tasks}/${task.documentId}`,
    `${panel}/api::project.project?page=1&pageSize=5&sort=id:ASC`,
    `${panel}/api::project.project/${project.documentId}`,
    `${documents}?locale=fr&page=1&pageSize=10&sort=id:ASC`,
    `${documents}/${document.documentId}?locale=fr`,
    `${documents}/${document.documentId}/actions/countDraftRelations?locale=fr`,
    `${panel}/api::tag.tag?sort=id:ASC`,
    `/content-manager/relations/api::task.task/project?page=1&pageSize=10`,
    `/content-manager/relations/api::task.task/${task.documentId}/project`,
    `/content-manager/relations/api::project.project/${project.documentId}/tasks?page=1&pageSize=5`,
    '/content-manager/single-types/api::site-notice.site-notice',
    '/content-manager/content-types/api::project.project/configuration',
    '/content-type-builder/content-types/api::project.project',
    '/i18n/locales',
    '/upload/files?sort=id:ASC',
    '/users-permissions/roles/1',
    '/admin/users/me',
    '/admin/users?pageSize=10&page=1&sort=id:ASC',
  ];
  return [
    ...get(reader, contentReads),
    ...get(user, contentReads.slice(0, 13)),
    ...get(user, ['/api/users/me']),
    ...get(nobody, [
      '/api/tasks',
      '/api/tasks?populate=*',
      '/api/projects?filters[tasks][title][$contains]=a',
      '/api/nowhere',
    ]),
    ...get({ name: 'a bad token', headers: { Authorization: 'Bearer nobody-knows-me' } }, ['/api/tasks']),
    ...graphql(writer, contentQueries),
    ...graphql(user, contentQueries.slice(0, 4)),
    ...graphql(nobody, contentQueries.slice(0, 2)),
    ...get(admin, panelReads),
    { actor: nobody, method: 'GET', path: `${tasks}?page=1` },
    {
      actor: nobody,
      method: 'POST',
      path: '/api/auth/local',
      body: { identifier: site.user.email, password: 'wrong' },
    },
    { actor: nobody, method: 'POST', path: '/admin/login', body: { email: site.admin.email, password: 'wrong' } },
    { actor: reader, method: 'POST', path: '/api/tags', body: { data: { name: 'refused' } } },
    { actor: user, method: 'POST', path: '/api/tasks', body: { data: { title: 'refused' } } },
    { actor: writer, method: 'POST', path: '/api/tags', body: { data: { name: 'made by a token' } } },
    { actor: writer, method: 'POST', path: '/api/tags', body: { data: { nope: true } } },
    { actor: writer, method: 'POST', path: '/api/tags', body: { data: {} } },
    {
      actor: writer,
      method: 'POST',
      path: '/api/tasks?populate=*',
      body: { data: { title: 'made by a token', project: project.documentId, tags: tag ? [tag.documentId] : [] } },
    },
    {
      actor: writer,
      method: 'PUT',
      path: `/api/tasks/${task.documentId}?populate=project`,
      body: { data: { state: 'blocked' } },
    },
    {
      actor: writer,
      method: 'PUT',
      path: `/api/tasks/${task.documentId}`,
      body: { data: { project: { disconnect: [project.documentId] } } },
    },
    {
      actor: writer,
      method: 'PUT',
      path: `/api/documents/${document.documentId}?locale=fr&populate=*`,
      body: { data: { references: [{ label: 'made by a token', project: project.documentId }] } },
    },
    { actor: writer, method: 'DELETE', path: `/api/tasks/${task.documentId}` },
    { actor: writer, method: 'DELETE', path: `/api/tasks/${task.documentId}` },
    ...graphql(writer, [
      'mutation { createTag(data: { name: "made by a mutation" }) { name tasks { title } } }',
      `mutation { updateProject(documentId: "${project.documentId}", data: { name: "renamed" }) { name code title } }`,
    ]),
    {
      actor: admin,
      method: 'POST',
      path: tasks,
      body: {
        title: 'made in the panel',
        state: 'doing',
        project: { connect: [{ documentId: project.documentId }], disconnect: [] },
      },
    },
    { actor: admin, method: 'POST', path: tasks, body: { title: '' } },
    {
      actor: admin,
      method: 'PUT',
      path: `${documents}/${document.documentId}?locale=fr`,
      body: { title: 'changed in the panel' },
    },
    {
      actor: admin,
      method: 'POST',
      path: `${documents}/${document.documentId}/actions/publish?locale=fr`,
      body: { title: 'published in the panel' },
    },
    { actor: admin, method: 'POST', path: `${documents}/${document.documentId}/actions/unpublish?locale=fr`, body: {} },
    {
      actor: admin,
      method: 'POST',
      path: `${documents}/actions/bulkDelete?locale=fr`,
      body: { documentIds: [document.documentId] },
    },
    {
      actor: admin,
      method: 'PUT',
      path: '/content-manager/single-types/api::site-notice.site-notice',
      body: { text: 'a word to all' },
    },
    ...get(reader, [
      '/api/tasks?populate=*&sort=id',
      '/api/documents?locale=*&sort=id&populate=*',
      '/api/tags?sort=id',
    ]),
    ...get(admin, [`${tasks}?page=1&pageSize=10&sort=id:DESC`]),
  ];
};
