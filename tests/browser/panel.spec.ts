import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeAccount, makeContact } from './administrator';
import { logInByForm, logInToPanel, site } from './support';

const contacts = `${site.url}/admin/plugins/guest-access`;
const named = (page: Page, name: string) => page.getByRole('gridcell').getByText(name, { exact: true });

test('the administrator logs in and finds the plugin in the menu', async ({ page }) => {
  await logInByForm(page);
  await page.getByRole('link', { name: 'Accès invité' }).click();
  await expect(named(page, 'ASSIA')).toBeVisible();
});

test('whoever logs in next in the same tab sees nothing of what was loaded before', async ({ page }) => {
  const account = await makeAccount(await administratorOf(page.request), ['contacts.read']);
  await logInByForm(page);
  await page.getByRole('link', { name: 'Accès invité' }).click();
  await expect(named(page, 'ASSIA')).toBeVisible();

  await page.getByRole('navigation').first().getByRole('button').last().click();
  await page.getByRole('menuitem', { name: 'Déconnexion' }).click();
  await page.locator('input[name=email]').fill(account.email);
  await page.locator('input[name=password]').fill(account.password);
  // What stands there before the server has answered can only be left over.
  await page.route(`**${pathTo('ListContacts')}?*`, () => undefined);
  await page.locator('button[type=submit]').click();
  await page.getByRole('link', { name: 'Accès invité' }).click();
  await expect(page.getByText('Chargement').first()).toBeVisible();
  await expect(named(page, 'ASSIA')).toHaveCount(0);
});

test('what is changed in one tab is seen in the list of another', async ({ page, context }) => {
  const lastName = `ONGLET${Date.now()}`;
  await makeContact(await administratorOf(page.request), { lastName });
  const other = await context.newPage();
  for (const one of [page, other]) {
    await logInToPanel(one);
    await one.goto(`${contacts}?_q=${lastName}`);
    await expect(named(one, lastName)).toBeVisible();
  }
  await page.getByRole('button', { name: `Modifier ${lastName} Test` }).click();
  await page.getByRole('dialog').getByLabel('Prénom').fill('Renommée');
  await page.getByRole('dialog').getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(named(other, 'Renommée')).toBeVisible();
});
