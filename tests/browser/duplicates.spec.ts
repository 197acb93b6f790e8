import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeContact, type Administrator } from './administrator';
import { violationsIn } from './axe';
import { logInToPanel, site } from './support';

const pages = `${site.url}/admin/plugins/guest-access`;
let administrator: Administrator;

test.beforeEach(async ({ page }) => {
  administrator = await administratorOf(page.request);
  await logInToPanel(page);
});

/** Two contacts of one address; answers their last names. */
const twins = async (): Promise<[string, string]> => {
  const name = `DOUBLON ${Date.now()}`;
  const email = `doublon.${Date.now()}@partenaire.example`;
  await makeContact(administrator, { lastName: `${name} A`, email, company: 'Maison Premium' });
  await makeContact(administrator, { lastName: `${name} B`, email, company: 'Atelier Sud' });
  return [`${name} A`, `${name} B`];
};
const cardOf = (page: Page, name: string) => page.getByRole('article', { name: new RegExp(name) });

test('two contacts of one address are compared and merged; the chosen values stay', async ({ page }) => {
  const [one, other] = await twins();
  await page.goto(pages);
  await page.getByRole('link', { name: 'Doublons' }).click();
  const card = cardOf(page, one);
  await expect(card).toContainText('Même adresse e-mail');
  await page.mouse.move(0, 0);
  expect(await violationsIn(page, 'main')).toEqual([]);

  await card.getByRole('button', { name: /^Fusionner/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Fusionner deux contacts' });
  await dialog.getByRole('radiogroup', { name: 'Entreprise' }).getByText('Atelier Sud').click();
  expect(await violationsIn(page, '[role=dialog]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Fusionner' }).click();
  await expect(page.getByText(`Il ne reste qu’une fiche : ${one} Test.`)).toBeVisible();
  await expect(card).toHaveCount(0);

  await page.goto(`${pages}?_q=${encodeURIComponent(one.slice(0, -2))}`);
  await expect(page.getByRole('row', { name: new RegExp(one) })).toContainText('Atelier Sud');
  await expect(page.getByRole('row', { name: new RegExp(other) })).toHaveCount(0);
});

test('two people are told apart, and may be one after all', async ({ page }) => {
  const [one, other] = await twins();
  await page.goto(`${pages}/duplicates`);
  const card = cardOf(page, one);
  await card.getByRole('button', { name: /^Deux personnes/ }).click();
  await expect(card).toHaveCount(0);
  const told = page.getByRole('status').filter({ hasText: `${one} Test et ${other} Test` });
  await told.getByRole('button', { name: 'Annuler' }).click();
  await expect(card).toHaveCount(1);
  await expect(told).toHaveCount(0);
});

test('any two contacts are merged out of the selection; what was changed meanwhile is compared again', async ({
  page,
}) => {
  const name = `PAIRE ${Date.now()}`;
  await makeContact(administrator, { lastName: `${name} A` });
  const otherId = await makeContact(administrator, { lastName: `${name} B` });
  await page.goto(`${pages}?_q=${encodeURIComponent(name)}`);
  const merge = page.getByRole('button', { name: 'Fusionner…' });
  await expect(merge).toHaveCount(0);
  await page.getByRole('button', { name: /^Sélectionner tous/ }).click();
  await merge.click();
  const dialog = page.getByRole('dialog', { name: 'Fusionner deux contacts' });
  await expect(dialog.getByText(`${name} B`, { exact: true })).toBeVisible();
  await administrator.send('PUT', pathTo('UpdateContact', { contactId: otherId }), {
    lastName: `${name} C`,
    firstName: 'Test',
    email: null,
  });
  await dialog.getByRole('button', { name: 'Fusionner' }).click();
  await dialog.getByRole('button', { name: 'Recharger' }).click();
  await dialog.getByText(`${name} C`, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Fusionner' }).click();
  await expect(page.getByText(`Il ne reste qu’une fiche : ${name} C Test.`)).toBeVisible();
});

test('on a screen of 390 pixels nothing stands outside', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const [one] = await twins();
  await page.goto(`${pages}/duplicates`);
  await expect(cardOf(page, one)).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});
