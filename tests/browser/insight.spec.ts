import { expect, test, type Locator, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeContact, type Administrator } from './administrator';
import { violationsIn } from './axe';
import { logInToPanel, site } from './support';

let administrator: Administrator;
let made = 0;

const newName = (): string => `APERÇU ${(made += 1)} ${Date.now()}`;

/** Opens the dialog of a contact by its last name. */
const openDialog = async (page: Page, lastName: string): Promise<Locator> => {
  await page.goto(`${site.url}/admin/plugins/guest-access?_q=${encodeURIComponent(lastName)}`);
  await page.getByRole('button', { name: /^Accès invité d[e’]/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Modifier l’accès invité d’un contact' });
  await expect(dialog.getByRole('listbox')).toHaveCount(4);
  return dialog;
};

interface Row {
  documentId: string;
  title: string;
}

/** The tasks of a project, asked of the content manager. */
const tasksOf = async (projectId: string): Promise<Row[]> =>
  (
    await administrator.get(
      `/content-manager/collection-types/api::task.task?pageSize=100&filters[project][documentId][$eq]=${projectId}`
    )
  ).results;

const resources = async (): Promise<{ documentId: string; label: string }[]> =>
  (await administrator.get(`${pathTo('ListResources')}?contentType=api::project.project`)).data.resources;

/** A contact with an access to one project and to the tasks. */
const makeGuest = async (projectId: string): Promise<{ lastName: string; contactId: string }> => {
  const lastName = newName();
  const contactId = await makeContact(administrator, { lastName, company: 'Maison Premium' });
  await administrator.send('PUT', pathTo('SaveContactAccess', { contactId }), {
    version: 0,
    closed: false,
    resources: [{ contentType: 'api::project.project', documentIds: [projectId] }],
    accessTypes: ['tasks'],
  });
  return { lastName, contactId };
};

test.beforeEach(async ({ page }) => {
  administrator = await administratorOf(page.request);
  await logInToPanel(page);
});

test('before saving, the dialog tells how many rows of each type appear, with samples, and then what disappears', async ({
  page,
}) => {
  const [project] = await resources();
  if (project === undefined) throw new Error('The demo site has no project');
  const tasks = await tasksOf(project.documentId);
  const lastName = newName();
  await makeContact(administrator, { lastName });
  const dialog = await openDialog(page, lastName);
  const forecast = dialog.getByRole('status', { name: 'Ce qui changerait pour cet invité' });
  await expect(forecast).toBeEmpty();

  await dialog.getByRole('listbox', { name: 'Projets : disponibles' }).getByText(project.label).dblclick();
  await dialog.getByRole('listbox', { name: 'Accès : disponibles' }).getByText('Tâches').dblclick();
  await expect(forecast).toContainText(`Tâches — ${tasks.length} apparai`);
  await expect(forecast).toContainText('Projets — 1 apparaît');
  await forecast.getByText('Tâches —').click();
  const shown = await forecast.getByRole('listitem').allTextContents();
  const titles = tasks.map(({ title }) => title);
  expect(shown.filter((text) => titles.includes(text)).length).toBeGreaterThanOrEqual(Math.min(5, tasks.length));
  expect(await violationsIn(page, '[role=dialog]')).toEqual([]);

  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(page.getByText('L’accès invité est sauvegardé.').first()).toBeVisible();
  await expect(forecast).toBeEmpty();
  await dialog.getByRole('listbox', { name: 'Accès : accordés' }).getByText('Tâches').dblclick();
  await expect(forecast).toContainText(`Tâches — ${tasks.length} disparai`);
});

test('"Pourquoi ?" explains a task that is visible and one that is not', async ({ page }) => {
  const [mine, other] = await resources();
  if (mine === undefined || other === undefined) throw new Error('The demo site has too few projects');
  const [visible] = await tasksOf(mine.documentId);
  const [hidden] = await tasksOf(other.documentId);
  if (visible === undefined || hidden === undefined) throw new Error('The demo projects have no tasks');
  const { lastName } = await makeGuest(mine.documentId);
  const dialog = await openDialog(page, lastName);
  await dialog.getByRole('button', { name: 'Pourquoi ?' }).click();
  const why = page.getByRole('dialog', { name: /^Pourquoi .* voit ou ne voit pas/ });
  await why.getByRole('combobox', { name: 'Contenu' }).click();
  await page.getByRole('option', { name: 'Tâches' }).click();

  const row = why.getByRole('combobox', { name: 'Élément' });
  await row.fill(visible.documentId);
  const answer = why.getByRole('status');
  await expect(answer.getByText('Visible', { exact: true })).toBeVisible();
  await expect(answer).toContainText(`${lastName} Test`);
  await expect(answer).toContainText('Maison Premium');
  await expect(answer).toContainText('c’est ce qui le lie à l’invité');
  expect(await violationsIn(page, '[role=dialog]')).toEqual([]);

  await row.clear();
  await row.pressSequentially(hidden.title);
  await page.getByRole('option', { name: hidden.title }).first().click();
  await expect(answer.getByText(hidden.title).first()).toBeVisible();

  await row.fill(hidden.documentId);
  await expect(answer.getByText('Pas visible')).toBeVisible();
  await expect(answer.getByText('Mène ailleurs')).toBeVisible();
});

test('an editor sees the portal as the guest, and can change nothing there', async ({ page, context }) => {
  const [project] = await resources();
  if (project === undefined) throw new Error('The demo site has no project');
  const { lastName } = await makeGuest(project.documentId);
  const dialog = await openDialog(page, lastName);
  const opened = context.waitForEvent('page');
  await dialog.getByRole('button', { name: 'Voir comme cet invité' }).click();
  const portal = await opened;
  // Before the page is there, what is asked of it is asked of an empty one.
  await expect(portal.getByRole('button', { name: 'Commencer l’aperçu' })).toBeVisible();
  expect(await portal.evaluate(() => window.opener === null)).toBe(true);
  await portal.getByRole('button', { name: 'Commencer l’aperçu' }).click();
  await expect(portal.getByText(/Anne Kermarrec voit cette page comme/)).toBeVisible();
  await portal.goto(`${site.url}/guest/tasks`);
  await portal.getByRole('rowheader').getByRole('link').first().click();
  await expect(portal.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(portal.getByRole('button', { name: 'Modifier' })).toHaveCount(0);
});

test('another contact is found, added and saved, and company records are switched on, by keyboard', async ({
  page,
}) => {
  const other = newName();
  const otherId = await makeContact(administrator, { lastName: other });
  const lastName = newName();
  const contactId = await makeContact(administrator, { lastName, company: 'Maison Premium' });
  const dialog = await openDialog(page, lastName);
  await dialog.locator('summary', { hasText: 'Contacts et entreprise' }).press('Enter');
  const search = dialog.getByRole('combobox', { name: 'Ajouter un contact' });
  await search.focus();
  await page.keyboard.type(other);
  const option = page.getByRole('option', { name: other });
  await expect(option).toBeVisible();
  // The list marks an option a moment after the key; nobody's hands are as quick as a program's.
  await page.keyboard.press('ArrowDown');
  await expect(option).toHaveAttribute('data-highlighted');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: `Retirer ${other} Test` })).toBeVisible();
  await expect(search).toHaveValue('');
  await dialog.getByRole('switch', { name: 'Éléments de l’entreprise' }).press('Space');
  await dialog.getByRole('button', { name: 'Sauvegarder' }).press('Enter');
  await expect(page.getByText('L’accès invité est sauvegardé.').first()).toBeVisible();

  const { data } = await administrator.get(pathTo('GetContactAccess', { contactId }));
  expect(data).toMatchObject({ companyRecords: true, companyContacts: false });
  const paired = data.pairedContacts.map(({ documentId }: { documentId: string }) => documentId);
  expect(paired.sort()).toEqual([contactId, otherId].sort());
});

test('the settings page shows what the self-check found', async ({ page }) => {
  await page.goto(`${site.url}/admin/settings/guest-access`);
  // While all is well it is one line.
  const table = page.getByRole('table', { name: 'Couverture' });
  await page.getByText(/^Le filtre tient sur les \d+ contenus/).click();
  await expect(table.getByRole('row', { name: /^Tâche/ })).toContainText('Couvert');
  await expect(table.getByRole('columnheader')).toHaveCount(9);
  await expect(table.getByText('Ouvert', { exact: true })).toHaveCount(0);
  expect(await violationsIn(page, 'main')).toEqual([]);
});
