import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, type Administrator } from './administrator';
import { logInByForm, site } from './support';

const openContacts = async (page: Page) => {
  await page.getByRole('link', { name: 'Accès invité' }).click();
  await expect(page.getByRole('heading', { name: 'Contacts', level: 1 })).toBeVisible();
};

/** Opens the dialog of the first contact of the table. */
const openAccess = async (page: Page): Promise<Locator> => {
  await page
    .locator('tbody')
    .getByRole('button', { name: /^Accès invité d[e’]/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Modifier l’accès invité d’un contact' });
  await expect(dialog.getByRole('listbox')).toHaveCount(4);
  return dialog;
};

const save = async (page: Page, dialog: Locator) => {
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(page.getByText('L’accès invité est sauvegardé.').first()).toBeVisible();
  await expect(dialog.getByText('Modifications non sauvegardées')).toBeHidden();
};

/** A browser that has never been here. */
const freshPage = async (browser: Browser) => (await browser.newContext({ locale: 'fr-FR' })).newPage();

interface Row {
  documentId: string;
  title: string;
}

/** The tasks of the projects with these names, asked of the content manager. */
const tasksOf = async (administrator: Administrator, projectNames: readonly string[]): Promise<Row[]> => {
  const { resources } = (await administrator.get(`${pathTo('ListResources')}?contentType=api::project.project`)).data;
  const ids = resources
    .filter(({ label }: { label: string }) => projectNames.includes(label))
    .map(({ documentId }: Row) => documentId);
  const filters = ids.map((id: string, index: number) => `filters[project][documentId][$in][${index}]=${id}`).join('&');
  const list = `/content-manager/collection-types/api::task.task?pageSize=100&${filters}`;
  return (await administrator.get(list)).results;
};

/** Takes away what an earlier run of the test gave. */
const withoutAccess = async (administrator: Administrator) => {
  const { contacts } = (await administrator.get(`${pathTo('ListContacts')}?pageSize=1`)).data;
  if (contacts[0].accessState !== 'none')
    await administrator.call('DELETE', pathTo('DeleteContactAccess', { contactId: contacts[0].documentId }));
};

/** What the portal lists on this page. */
const listed = async (guest: Page, section: string): Promise<string[]> => {
  await guest.goto(`${site.url}/guest/${section}`);
  await expect(guest.getByRole('rowheader').first()).toBeVisible();
  return guest.getByRole('rowheader').allTextContents();
};

test('an editor gives the first contact two projects and their tasks; the guest sees those and no other, until it is closed', async ({
  page,
  browser,
}) => {
  const administrator = await administratorOf(page.request);
  await withoutAccess(administrator);
  await logInByForm(page);
  await openContacts(page);
  const dialog = await openAccess(page);

  const projects = dialog.getByRole('listbox', { name: /^Projets : disponibles/ });
  const granted = dialog.getByRole('listbox', { name: /^Projets : accordés/ });
  await projects.getByRole('option').nth(0).click();
  await projects
    .getByRole('option')
    .nth(1)
    .click({ modifiers: ['Control'] });
  const names = await projects.getByRole('option', { selected: true }).allTextContents();
  expect(names).toHaveLength(2);
  await dialog.getByRole('button', { name: 'Ajouter la sélection (Projets)' }).click();
  await expect(granted.getByRole('option')).toHaveText(names);
  await dialog.getByRole('listbox', { name: 'Accès : disponibles' }).getByText('Tâches').dblclick();
  await save(page, dialog);

  await dialog.getByRole('button', { name: 'Obtenir une clé d’accès' }).click();
  const link = await dialog.getByLabel('Lien d’accès').inputValue();
  expect(link).toMatch(/\/guest\/key#gak_[0-9A-Za-z]{36}$/);

  const guest = await freshPage(browser);
  await guest.goto(link);
  await guest.getByRole('button', { name: 'Entrer' }).click();
  await expect(guest.getByRole('heading', { name: 'Mes accès' })).toBeVisible();
  expect(await listed(guest, 'projects')).toHaveLength(2);

  const expected = await tasksOf(administrator, names);
  expect(expected.length).toBeGreaterThan(0);
  const titles = expected.map(({ title }) => title);
  for (const title of await listed(guest, 'tasks')) expect(titles).toContain(title);
  await expect(guest.getByRole('status')).toContainText(`${expected.length} élément`);

  await dialog.getByRole('radio', { name: 'Accès fermé' }).click();
  await save(page, dialog);
  await guest.goto(`${site.url}/guest/tasks`);
  await expect(guest.getByText(/votre accès a été fermé/)).toBeVisible();
  await expect(guest.getByRole('rowheader')).toHaveCount(0);
});
