import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeAccount, makeContact, type Administrator } from './administrator';
import { violationsIn } from './axe';
import { excessWidth } from './guests';
import { logInToPanel, site } from './support';

const trail = `${site.url}/admin/plugins/guest-access/trail`;
const lines = (page: Page) => page.getByRole('grid', { name: 'Journal des accès' }).locator('tbody tr');

let administrator: Administrator;
const give = async (contactId: string): Promise<string> => {
  const body = { version: 0, closed: false, resources: [], accessTypes: ['tasks'] };
  return (await administrator.send('PUT', pathTo('SaveContactAccess', { contactId }), body)).data.guestId;
};

test.beforeEach(async ({ page }) => {
  administrator = await administratorOf(page.request);
});

test('the trail says what happens as it happens, in sentences that lead to whom they name', async ({ page }) => {
  const name = `Évrard${Date.now()}`;
  const contactId = await makeContact(administrator, { lastName: name });
  await logInToPanel(page);
  await page.goto(trail);
  await expect(page.getByRole('heading', { level: 1, name: 'Journal des accès' })).toBeVisible();
  await expect(page.getByText('Chaque ligne est gardée 90 jours.')).toBeVisible();
  await expect(lines(page).first()).toBeVisible();

  // Nothing is reloaded by hand.
  const guestId = await give(contactId);
  const line = lines(page).filter({ hasText: `a sauvegardé l’accès de Test ${name}.` });
  await expect(line).toBeVisible({ timeout: 15_000 });
  await line.getByRole('link', { name: `Test ${name}` }).click();
  await expect(page).toHaveURL(new RegExp(`guests/${guestId}`));
  await page.getByRole('tab', { name: 'Journal' }).click();
  await expect(page.getByRole('grid', { name: 'Journal' }).locator('tbody tr')).toHaveCount(1);
});

test('it is narrowed by topic, by whom and by time, in the address, and taken as a file', async ({ page }) => {
  const contactId = await makeContact(administrator, { lastName: `Filtre${Date.now()}` });
  const guestId = await give(contactId);
  await logInToPanel(page);
  await page.goto(`${trail}?guest=${guestId}`);
  await expect(lines(page)).toHaveCount(1);
  await expect(page.getByText(/Seules les lignes qui concernent Test Filtre/)).toBeVisible();

  await page.getByRole('combobox', { name: 'Sujet' }).click();
  await page.getByRole('option', { name: 'Clés', exact: true }).click();
  await expect(page).toHaveURL(/topic=key/);
  await expect(page.getByText('Aucune ligne ne correspond.')).toBeVisible();
  await page.goBack();
  await expect(lines(page)).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Période' }).click();
  await page.getByRole('option', { name: 'Depuis 24 heures' }).click();
  await expect(lines(page)).toHaveCount(1);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exporter' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  expect((await download).suggestedFilename()).toBe('journal-des-acces.csv');
  await page.getByRole('button', { name: 'Effacer les filtres' }).click();
  await expect(lines(page).first()).toContainText('a exporté ce journal.');
});

test('it is read on a phone, by whoever sees no guests', async ({ page }) => {
  const contactId = await makeContact(administrator, { lastName: `Anonyme${Date.now()}` });
  await give(contactId);
  const account = await makeAccount(administrator, ['activity.read']);
  await page.setViewportSize({ width: 390, height: 800 });
  await logInToPanel(page, account);
  await page.goto(`${trail}?topic=access`);
  await expect(lines(page).first()).toContainText('a sauvegardé l’accès d’un invité.');
  await expect(page.getByText('Anonyme')).toHaveCount(0);
  expect(await excessWidth(page)).toBe(0);
  expect(await violationsIn(page, 'main')).toEqual([]);

  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await violationsIn(page, 'main')).toEqual([]);
});

test('the home page says what has come up, and leads to where one acts', async ({ page }) => {
  await logInToPanel(page);
  await page.goto(`${site.url}/admin`);
  const newGuests = page.getByRole('link', { name: /Nouveaux invités en 7 jours/ });
  await expect(newGuests).toBeVisible();
  await expect(page.getByRole('link', { name: /Entrées refusées en 24 heures/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /E-mails en attente/ })).toBeVisible();
  await newGuests.click();
  await expect(page).toHaveURL(/guests\?sort=createdAt:DESC|guests\?sort=createdAt%3ADESC/);
  await page.goBack();
  await page.getByRole('link', { name: /Entrées refusées/ }).click();
  await expect(page.getByRole('combobox', { name: 'Sujet' })).toContainText('Entrées refusées');
});
