import { expect, test, type Locator, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeAccount, makeContact, type Administrator } from './administrator';
import { violationsIn } from './axe';
import { logInToPanel, site } from './support';

const PROJECT = 'api::project.project';
const TASK = 'api::task.task';

let administrator: Administrator;
let made = 0;

const newName = (): string => `VOIT${(made += 1)} ${Date.now()}`;

const makeProject = async (): Promise<string> => {
  const data = { code: `V${Date.now() % 100_000}${made}`, name: newName() };
  return (await administrator.send('POST', `/content-manager/collection-types/${PROJECT}`, data)).data.documentId;
};

const makeTask = async (project: string): Promise<string> => {
  const data = { title: newName(), project: { connect: [{ documentId: project }] } };
  return (await administrator.send('POST', `/content-manager/collection-types/${TASK}`, data)).data.documentId;
};

/** A contact with an access to one project and to the tasks; answers their last name. */
const makeGuest = async (projectId: string): Promise<string> => {
  const lastName = newName();
  const contactId = await makeContact(administrator, { lastName });
  await administrator.send('PUT', pathTo('SaveContactAccess', { contactId }), {
    version: 0,
    closed: false,
    resources: [{ contentType: PROJECT, documentIds: [projectId] }],
    accessTypes: ['tasks'],
  });
  return lastName;
};

const openRow = async (page: Page, contentType: string, documentId: string): Promise<Locator> => {
  await page.goto(`${site.url}/admin/content-manager/collection-types/${contentType}/${documentId}`);
  return page.getByRole('complementary').filter({ hasText: 'Qui voit cet élément' });
};

test.beforeEach(async ({ page }) => {
  administrator = await administratorOf(page.request);
});

test('beside a task stand the guests who see it, through what and with what rights', async ({ page }) => {
  const project = await makeProject();
  const task = await makeTask(project);
  const names: string[] = [];
  for (let index = 0; index < 6; index += 1) names.push(await makeGuest(project));
  await logInToPanel(page);
  const panel = await openRow(page, TASK, task);
  await expect(panel.getByRole('status')).toHaveText('6 invités le voient.');
  await expect(panel.getByRole('listitem')).toHaveCount(5);
  await expect(panel.getByRole('listitem').first()).toContainText(`${names[0] ?? ''} Test`);
  await expect(panel.getByRole('listitem').first()).toContainText('Tâches — lire, modifier');

  await panel.getByRole('button', { name: 'Voir tous' }).click();
  const all = page.getByRole('dialog', { name: 'Qui voit cet élément ?' });
  await expect(all.getByRole('row')).toHaveCount(7);
  await expect(all.getByRole('row').last()).toContainText('Sans clé ni mot de passe');
  expect(await violationsIn(page, '[role=dialog]')).toEqual([]);

  await all.getByRole('button', { name: `Accès de ${names[5] ?? ''} Test` }).click();
  const access = page.getByRole('dialog', { name: 'Modifier l’accès invité d’un contact' });
  await access.getByRole('listbox', { name: 'Accès : accordés' }).getByText('Tâches').dblclick();
  await access.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(page.getByText('L’accès invité est sauvegardé.').first()).toBeVisible();
  await access.getByRole('button', { name: 'Fermer' }).last().click();
  await expect(all.getByRole('row')).toHaveCount(6);
  await all.getByRole('button', { name: 'Fermer' }).last().click();
  await expect(panel.getByRole('status')).toHaveText('5 invités le voient.');
});

test('it is asked again as the row is saved', async ({ page }) => {
  const [project, other] = [await makeProject(), await makeProject()];
  const task = await makeTask(project);
  await makeGuest(other);
  await logInToPanel(page);
  const panel = await openRow(page, TASK, task);
  await expect(panel.getByRole('status')).toHaveText('Aucun invité ne le voit.');
  await administrator.send('PUT', `/content-manager/collection-types/${TASK}/${task}`, {
    project: { connect: [{ documentId: other }], disconnect: [{ documentId: project }] },
  });
  await page.getByRole('textbox', { name: 'Tâche' }).fill(newName());
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(panel.getByRole('status')).toHaveText('1 invité le voit.');
});

test('a project is given to a contact there', async ({ page }) => {
  const project = await makeProject();
  const lastName = newName();
  await makeContact(administrator, { lastName });
  await logInToPanel(page);
  const panel = await openRow(page, PROJECT, project);
  await expect(panel.getByRole('status')).toHaveText('Aucun invité ne le voit.');
  await panel.getByRole('button', { name: 'Donner accès' }).click();
  const dialog = page.getByRole('dialog', { name: 'Donner accès à cet élément' });
  await dialog.getByRole('combobox', { name: 'Contact' }).pressSequentially(lastName);
  await page.getByRole('option', { name: lastName }).click();
  await expect(dialog.getByRole('status').filter({ hasText: lastName })).toBeVisible();
  expect(await violationsIn(page, '[role=dialog]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Donner accès' }).click();
  await expect(panel.getByRole('status')).toHaveText('1 invité le voit.');
  await expect(panel.getByRole('listitem')).toContainText(`${lastName} Test`);
  await expect(panel.getByRole('listitem')).toContainText('Projets (accordé) — lire');

  await panel.getByRole('link', { name: 'Qui l’a vu et modifié' }).click();
  await expect(page).toHaveURL(new RegExp(`trail\\?type=.*row=${project}`));
  await expect(page.getByText('Seules les lignes d’un contenu sont montrées.')).toBeVisible();
});

test('for a task the accesses that lead to it are told, and the contact’s is opened', async ({ page }) => {
  const task = await makeTask(await makeProject());
  const lastName = newName();
  await makeContact(administrator, { lastName });
  await logInToPanel(page);
  const panel = await openRow(page, TASK, task);
  await panel.getByRole('button', { name: 'Donner accès' }).click();
  const dialog = page.getByRole('dialog', { name: 'Donner accès à cet élément' });
  await expect(dialog).toContainText('par l’accès « Tâches »');
  await dialog.getByRole('combobox', { name: 'Contact' }).pressSequentially(lastName);
  await page.getByRole('option', { name: lastName }).click();
  await dialog.getByRole('button', { name: 'Ouvrir son accès' }).click();
  const access = page.getByRole('dialog', { name: 'Modifier l’accès invité d’un contact' });
  await expect(access.getByRole('listbox')).toHaveCount(4);
  await page.keyboard.press('Escape');
  await expect(access).toHaveCount(0);
  await expect(dialog).toBeVisible();
});

test('it stands beside no contact, and for nobody who may not read accesses', async ({ page }) => {
  const task = await makeTask(await makeProject());
  const contact = await makeContact(administrator, { lastName: newName() });
  await logInToPanel(page);
  const answered = page.waitForResponse((response) => response.url().endsWith(pathTo('GetAccessChoices')));
  await openRow(page, 'plugin::guest-access.contact', contact);
  await answered;
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeVisible();
  await expect(page.getByText('Qui voit cet élément')).toHaveCount(0);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const reader = await makeAccount(administrator, ['contacts.read'], [TASK]);
  await logInToPanel(page, reader);
  await openRow(page, TASK, task);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Qui voit cet élément')).toHaveCount(0);
  expect(asked.filter((url) => url.includes(pathTo('ListViewers')))).toEqual([]);
});
