import { administrator, apiToken, as, editor, logsOf, makeTask, nobody, queriesOf, siteUser } from '../support';

describe('the site of the tests', () => {
  it('shows its content to a user of the site', async () => {
    const { body } = await as(await siteUser())
      .get('/api/projects')
      .expect(200);
    expect(body.meta.pagination.total).toBeGreaterThanOrEqual(6);
  });

  it('shows nothing to nobody', async () => {
    await as(nobody).get('/api/projects').expect(403);
  });

  it('shows a new task to an API token', async () => {
    const task = await makeTask({ title: 'Poser la signalétique' });
    const { body } = await as(await apiToken('full-access')).get(`/api/tasks/${task.documentId}?populate=project`);
    expect(body.data.title).toBe('Poser la signalétique');
    expect(body.data.project.title).toMatch(/^C-.* - Projet-/);
  });

  it('answers the same by GraphQL', async () => {
    const { body } = await as(await siteUser())
      .graphql('{ projects { title } }')
      .expect(200);
    expect(body.data.projects.length).toBeGreaterThanOrEqual(6);
  });

  it('lets the administrator into the panel, and an editor without rights too', async () => {
    await as(await administrator())
      .get('/admin/users/me')
      .expect(200);
    await as(await editor([]))
      .get('/admin/users/me')
      .expect(200);
  });

  it('shows the tests its queries and its log', async () => {
    const user = await siteUser();
    const queries = await queriesOf(() => as(user).get('/api/tasks'));
    expect(queries.some((sql) => sql.includes('tasks'))).toBe(true);
    const lines = await logsOf(() => as(user).get('/api/tasks?sort=title'));
    expect(lines.join()).toContain('/api/tasks?sort=title');
  });
});
