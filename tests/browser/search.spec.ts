import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeContact } from './administrator';
import { portal } from './guests';
import { logInToPanel, site } from './support';

const panel = `${site.url}/admin/plugins/guest-access`;

/** As somebody in a hurry types it: in capitals, without accents, with the apostrophe of the keyboard. */
const hastily = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").replace(/œ/g, 'oe').toUpperCase();
const isSpecial = (text: string): boolean => hastily(text) !== text.toUpperCase();

const enter = async (page: Page, accessType: string) => {
  const guest = site.guests.find(({ accessTypes }) => accessTypes.includes(accessType));
  if (guest === undefined) throw new Error(`No demo guest has ${accessType}`);
  await page.goto(`${portal}/key#${guest.key}`);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.getByRole('heading', { name: 'Mes accès' })).toBeVisible();
};

const namesIn = async (page: Page): Promise<string[]> => {
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  return page.getByRole('rowheader').allInnerTexts();
};

test('the portal’s search finds a row that is typed in haste', async ({ page }) => {
  await enter(page, 'tasks');
  for (const path of ['tasks', 'projects']) {
    await page.goto(`${portal}/${path}`);
    const name = (await namesIn(page)).find(isSpecial);
    if (name === undefined) throw new Error(`No row of ${path} has an accent`);
    await page.getByRole('searchbox').fill(`${hastily(name)}%`);
    await expect(page.getByRole('rowheader')).toHaveCount(0);
    await page.getByRole('searchbox').fill(hastily(name));
    await expect(page.getByRole('rowheader', { name, exact: true }).first()).toBeVisible();
  }
});

test('a relation is found by what is typed in haste', async ({ page }) => {
  await enter(page, 'activity-reports');
  await page.goto(`${portal}/projects`);
  const name = (await namesIn(page)).find(isSpecial);
  if (name === undefined) throw new Error('No project has an accent');
  await page.goto(`${portal}/activity-reports/new`);
  const projects = page.getByRole('combobox', { name: /^Proje/ });
  await projects.fill(hastily(name));
  await page.getByRole('option', { name, exact: true }).click();
  await expect(page.getByRole('button', { name: `Retirer ${name}` })).toBeVisible();
});

test('contacts and guests are found, and a company is not made twice', async ({ page }) => {
  const mark = String(Date.now());
  const company = `L’Oréal & Fils ${mark}`;
  const administrator = await administratorOf(page.request);
  await makeContact(administrator, { lastName: `D’ŒUVRE-ÉTÉ ${mark}`, company });
  await administrator.send('POST', pathTo('CreateGuest'), {
    lastName: `L’HÔPITAL ${mark}`,
    email: `h-${mark}@partenaire.example`,
    companyContacts: false,
    companyRecords: false,
    locale: 'fr',
    resources: [],
    accessTypes: [],
  });
  await logInToPanel(page);

  await page.goto(`${panel}?_q=${encodeURIComponent(`d'oeuvre-ete ${mark}`)}`);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await page.goto(`${panel}/guests?_q=${encodeURIComponent(`l'hopital ${mark}`)}`);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expect(page.locator('tbody tr')).toContainText(`L’HÔPITAL ${mark}`);

  await page.goto(panel);
  await page.getByRole('button', { name: 'Contact', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom', { exact: false }).first().fill(`SECONDE ${mark}`);
  const box = dialog.getByRole('combobox', { name: 'Entreprise' });
  await box.fill(`l'oreal  & FILS ${mark}`);
  await expect(page.getByRole('option', { name: company })).toBeVisible();
  await expect(dialog.getByText('sera créée')).toBeHidden();
  await page.getByRole('option', { name: company }).click();
  await expect(box).toHaveValue(company);
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog).toBeHidden();

  await page.goto(`${panel}?_q=${encodeURIComponent(`l'oreal fils ${mark}`)}`);
  await expect(page.locator('tbody tr')).toHaveCount(2);
  const { data } = await administrator.get(
    `${pathTo('ListCompanies')}?q=${encodeURIComponent(`l'oreal & fils ${mark}`)}`
  );
  expect(data.companies.map(({ name }: { name: string }) => name)).toEqual([company]);
});
