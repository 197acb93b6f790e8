import { expect, test, type Locator, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeContact, type Administrator } from './administrator';
import { violationsIn } from './axe';
import { mailedTo } from './mails';
import { logInToPanel, site } from './support';

let administrator: Administrator;
let made = 0;

/** The dialog of a contact that no other test uses. */
const openAccess = async (page: Page, email: string | null = null): Promise<{ dialog: Locator; contactId: string }> => {
  made += 1;
  const lastName = `DIALOGUE ${made} ${Date.now()}`;
  const contactId = await makeContact(administrator, { lastName, email, company: 'Maison Premium' });
  await page.goto(`${site.url}/admin/plugins/guest-access?_q=${encodeURIComponent(lastName)}`);
  await page.getByRole('button', { name: /^Accès invité d[e’]/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Modifier l’accès invité d’un contact' });
  await expect(dialog.getByRole('listbox')).toHaveCount(4);
  await expect(dialog.getByLabel('Nom')).toHaveValue(`${lastName} Test (Maison Premium)`);
  return { dialog, contactId };
};

const available = (dialog: Locator) => dialog.getByRole('listbox', { name: 'Projets : disponibles' });
const granted = (dialog: Locator) => dialog.getByRole('listbox', { name: 'Projets : accordés' });
const active = async (list: Locator): Promise<string> => {
  const id = await list.getAttribute('aria-activedescendant');
  return list.locator(`[id="${id}"]`).innerText();
};

test.beforeEach(async ({ page }) => {
  administrator = await administratorOf(page.request);
  await logInToPanel(page);
});

test('the dual list is worked by the keyboard alone', async ({ page }) => {
  const { dialog } = await openAccess(page);
  const all = await available(dialog).getByRole('option').first().getAttribute('aria-setsize');
  await available(dialog).focus();
  await page.keyboard.press('End');
  const last = await active(available(dialog));
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(available(dialog).getByRole('option', { selected: true })).toHaveCount(3);
  await page.keyboard.press('Enter');
  await expect(granted(dialog).getByRole('option')).toHaveCount(3);
  await expect(dialog.getByText('3 accordés')).toBeVisible();

  await page.keyboard.type('238');
  expect(await active(available(dialog))).toMatch(/^238/);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Enter');
  await expect(granted(dialog).getByRole('option').first()).toHaveAttribute('aria-setsize', String(all));
  await granted(dialog).focus();
  await page.keyboard.press('End');
  expect(await active(granted(dialog))).toBe(last);
  await page.keyboard.press('Enter');
  await expect(available(dialog).getByRole('option')).toHaveText([last]);
});

test('a list is searched without accents, selected as a whole and moved by its buttons', async ({ page }) => {
  const { dialog } = await openAccess(page);
  await dialog.getByRole('searchbox', { name: 'Rechercher dans Projets : disponibles' }).fill('BIBLIOTHEQUE');
  const found = available(dialog).getByRole('option');
  await expect(found.first()).toContainText('Bibliothèque');
  const count = await found.count();
  await dialog.getByRole('button', { name: 'Sélectionner tous' }).first().click();
  await dialog.getByRole('button', { name: 'Ajouter la sélection (Projets)' }).click();
  await expect(granted(dialog).getByRole('option')).toHaveCount(count);
  await granted(dialog).getByRole('option').first().click();
  await dialog.getByRole('button', { name: 'Retirer la sélection (Projets)' }).click();
  await expect(granted(dialog).getByRole('option', { name: /Bibliothèque/ })).toHaveCount(count - 1);
});

test('unsaved changes are noticed before the dialog closes', async ({ page }) => {
  const { dialog } = await openAccess(page);
  await available(dialog).getByRole('option').first().dblclick();
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Modifications non sauvegardées' });
  await question.getByRole('button', { name: 'Annuler' }).click();
  await expect(granted(dialog).getByRole('option')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  await question.getByRole('button', { name: 'Quitter sans sauvegarder' }).click();
  await expect(dialog).toBeHidden();
});

test('obtaining a key saves first what was changed', async ({ page }) => {
  const { dialog, contactId } = await openAccess(page);
  await available(dialog).getByRole('option').first().dblclick();
  await dialog.getByRole('button', { name: 'Obtenir une clé d’accès' }).click();
  await expect(dialog.getByLabel('Lien d’accès')).toHaveValue(/#gak_/);
  const access = (await administrator.get(pathTo('GetContactAccess', { contactId }))).data;
  expect(access.state).toBe('open');
  expect(access.resources).toHaveLength(1);
});

test('an editor is told that another one was faster, and loses nothing but what they had not saved', async ({
  page,
}) => {
  const { dialog, contactId } = await openAccess(page);
  await administrator.send('PUT', pathTo('SaveContactAccess', { contactId }), {
    version: 0,
    closed: false,
    resources: [],
    accessTypes: ['tasks'],
  });
  await available(dialog).getByRole('option').first().dblclick();
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Un autre éditeur a modifié cet accès');
  await dialog.getByRole('button', { name: 'Recharger' }).click();
  await expect(dialog.getByRole('listbox', { name: 'Accès : accordés' })).toContainText('Tâches');
  await expect(granted(dialog).getByText('Aucun élément')).toBeVisible();
});

test('a regenerated key is another one, after a warning; a deleted access leaves the contact', async ({ page }) => {
  const { dialog } = await openAccess(page);
  await dialog.getByRole('button', { name: 'Obtenir une clé d’accès' }).click();
  const link = dialog.getByLabel('Lien d’accès');
  const first = await link.inputValue();
  await dialog.getByRole('button', { name: 'Régénérer la clé d’accès' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Régénérer' }).click();
  await expect(link).not.toHaveValue(first);

  await dialog.getByRole('button', { name: 'Supprimer' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Supprimer' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('tbody tr')).toContainText(['Aucun']);
});

test('a key may end with a day; another one ends with it too, until the day is taken away', async ({ page }) => {
  const { dialog, contactId } = await openAccess(page);
  const expiry = async () => (await administrator.get(pathTo('GetContactAccess', { contactId }))).data.key.expiresAt;
  const regenerate = async () => {
    await dialog.getByRole('button', { name: 'Régénérer la clé d’accès' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Régénérer' }).click();
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
  };
  const lastDay = dialog.getByLabel('Dernier jour de la clé (facultatif)');
  await lastDay.fill('2099-12-31');
  await dialog.getByRole('button', { name: 'Obtenir une clé d’accès' }).click();
  await expect(dialog.getByText('expire le 31/12/2099 23:59')).toBeVisible();
  const first = await expiry();
  expect(first).toBe('2099-12-31T22:59:59.000Z');

  const link = dialog.getByRole('textbox', { name: 'Lien d’accès' });
  const before = await link.inputValue();
  await regenerate();
  await expect(link).not.toHaveValue(before);
  await expect(lastDay).toHaveValue('2099-12-31');
  expect(await expiry()).toBe(first);

  await lastDay.fill('');
  await regenerate();
  await expect(dialog.getByText('expire le')).toHaveCount(0);
  expect(await expiry()).toBeNull();
});

test('the key is mailed to the contact, and the dialog says so; without an address it says why not', async ({
  page,
}) => {
  const nobody = await openAccess(page);
  await nobody.dialog.getByRole('button', { name: 'Obtenir une clé d’accès' }).click();
  await expect(nobody.dialog.getByLabel('Lien d’accès')).toBeVisible();
  await expect(nobody.dialog.getByRole('button', { name: 'Envoyer la clé d’accès' })).toBeDisabled();
  await expect(nobody.dialog.getByText('Envoi impossible : ce contact n’a pas d’adresse e-mail.')).toBeVisible();

  const address = `envoi${Date.now()}@maison.example`;
  const { dialog } = await openAccess(page, address);
  await expect(dialog.getByText('Envoi impossible : il n’y a pas encore de clé.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Obtenir une clé d’accès' }).click();
  const link = await dialog.getByLabel('Lien d’accès').inputValue();
  await dialog.getByRole('button', { name: 'Envoyer la clé d’accès' }).click();
  await expect(dialog.getByText(/^E-mail envoyé le/)).toBeVisible({ timeout: 30_000 });
  expect(await mailedTo(page.request, address, /http\S+#gak_\w+/)).toBe(link);
});

test('the content manager shows the state of a page in one request, and opens the same dialog', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/access-states') && asked.push(request.url()));
  await page.goto(`${site.url}/admin/content-manager/collection-types/plugin::guest-access.contact`);
  await expect(page.getByRole('gridcell', { name: 'Aucun' }).first()).toBeVisible();
  expect(asked).toHaveLength(1);
  await page
    .getByRole('button', { name: /^Ligne d.actions$/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Accès invité' }).click();
  const dialog = page.getByRole('dialog', { name: 'Modifier l’accès invité d’un contact' });
  await available(dialog).getByRole('option').first().dblclick();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog', { name: 'Modifications non sauvegardées' })).toBeVisible();
});

test('page and dialog are clean for axe', async ({ page }) => {
  const { dialog } = await openAccess(page);
  await dialog.getByRole('button', { name: 'Obtenir une clé d’accès' }).click();
  await expect(dialog.getByLabel('Lien d’accès')).toBeVisible();
  await page.mouse.move(0, 0);
  expect(await violationsIn(page, '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await violationsIn(page, 'main')).toEqual([]);
});
