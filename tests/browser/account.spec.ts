import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, type Administrator } from './administrator';
import {
  excessWidth,
  goodPassword,
  guestWithPassword,
  keepSettings,
  linkMailedTo,
  logIn,
  newAddress,
  openDoors,
  portal,
  violations,
} from './guests';
import { site } from './support';

keepSettings();
let administrator: Administrator;
test.beforeEach(async ({ request }) => {
  administrator = await administratorOf(request);
  await openDoors(administrator);
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const openMenu = (page: Page) => page.getByRole('button', { name: /^Mon compte/ }).click();

test('a guest logs in by keyboard alone, walks the menu, and logs out', async ({ page }) => {
  const { login } = await guestWithPassword(page, administrator);
  await page.goto(`${portal}/login`);
  const field = page.getByLabel('Adresse e-mail ou identifiant');
  await expect(field).toBeVisible();
  for (
    let presses = 0;
    presses < 10 && !(await field.evaluate((one) => one === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(goodPassword);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Mes accès')).toBeVisible();

  const menu = page.getByRole('button', { name: /^Mon compte/ });
  await menu.press('Enter');
  await expect(page.getByRole('link', { name: 'Mon profil' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Mon profil' })).toBeHidden();
  await expect(menu).toBeFocused();
  await menu.press('Enter');
  await expect(page.getByRole('link', { name: 'Mon profil' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Mon profil')).toBeFocused();
  await menu.press('Enter');
  await page.getByRole('button', { name: 'Se déconnecter' }).press('Enter');
  await expect(page.getByText('Vous êtes déconnecté.')).toBeVisible();
});

test('after logging out, the back button and the browser’s memory show nothing (P05)', async ({ page }) => {
  const { email } = await guestWithPassword(page, administrator);
  await logIn(page, email);
  await page.goto(`${portal}/profile`);
  await expect(page.getByText(email)).toBeVisible();
  await openMenu(page);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(heading(page, 'Se connecter')).toBeVisible();
  await page.goto('about:blank');
  for (let steps = 0; steps < 3; steps += 1) {
    await page.goBack().catch(() => null);
    // What is not shown before the page has asked who is there says nothing.
    if (page.url().startsWith(portal)) await expect(heading(page, 'Se connecter')).toBeVisible();
    await expect(page.getByText(email)).toHaveCount(0);
  }
});

test('a page kept in the browser’s memory asks again (P05)', async ({ page }) => {
  const { email } = await guestWithPassword(page, administrator);
  await logIn(page, email);
  await page.goto(`${portal}/profile`);
  await expect(page.getByText(email)).toBeVisible();
  await page.context().clearCookies();
  const reloaded = page.waitForEvent('load');
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await reloaded;
  await expect(heading(page, 'Se connecter')).toBeVisible();
  await expect(page.getByText(email)).toHaveCount(0);
});

test('a guest changes what they may of their profile; what is typed is not read as HTML', async ({ page }) => {
  const { email } = await guestWithPassword(page, administrator);
  await logIn(page, email);
  await page.goto(`${portal}/profile`);
  await page.getByLabel('Prénom').fill('<b>Zoé</b>');
  await page.getByLabel('Téléphone mobile').fill('+33 6 12 34 56 78');
  await page.getByLabel('Pays').selectOption({ label: 'Tchéquie' });
  await page.getByLabel('Fuseau horaire').selectOption('Europe/Prague');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Enregistré.').first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Prénom')).toHaveValue('<b>Zoé</b>');
  await expect(page.getByText('<b>Zoé</b> Kermarrec').first()).toBeVisible();
  await expect(page.getByLabel('Pays')).toHaveValue('CZ');
  await expect(page.getByLabel('Fuseau horaire')).toHaveValue('Europe/Prague');

  await page.getByLabel('Nom', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Ce champ est obligatoire.')).toBeVisible();
  await expect(page.getByLabel('Nom', { exact: true })).toBeFocused();

  await page.reload();
  await page.getByRole('button', { name: 'Repartir de ce qui est enregistré' }).click();
  await expect(page.getByLabel('Nom', { exact: true })).toHaveValue('Kermarrec');
  await page.getByLabel('Langue', { exact: true }).last().selectOption('cs');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(heading(page, 'Můj profil')).toBeVisible();
  await expect(page.getByLabel('Země')).toHaveValue('CZ');
});

test('their photo is shown, and the policy lets it', async ({ page, request }) => {
  const broken: string[] = [];
  page.on('console', (message) => /Content Security Policy/i.test(message.text()) && broken.push(message.text()));
  const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const uploaded = await request.post(`${site.url}/upload`, {
    headers: administrator.headers,
    multipart: { files: { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from(onePixel, 'base64') } },
  });
  const [{ id: photo }] = await uploaded.json();
  const { email } = await guestWithPassword(page, administrator, { photo });
  await logIn(page, email);
  await page.goto(`${portal}/profile`);
  const image = page.locator('img.photo.large');
  await expect(image).toBeVisible();
  await expect(image).toHaveJSProperty('naturalWidth', 1);
  expect(broken).toEqual([]);
});

test('a guest changes their password; their other devices are logged out', async ({ page, browser }) => {
  const { email } = await guestWithPassword(page, administrator);
  await logIn(page, email);
  const other = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await logIn(other, email);

  await page.goto(`${portal}/profile`);
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await page.getByLabel('Mot de passe actuel').fill('faux');
  await page.getByLabel('Nouveau mot de passe').fill('cinq girafes noires en juin');
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await expect(page.getByText('Ce n’est pas votre mot de passe actuel.')).toBeVisible();
  await page.getByLabel('Mot de passe actuel').fill(goodPassword);
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await expect(page.getByText('Votre mot de passe est changé.').first()).toBeVisible();

  await other.goto(`${portal}/tags`);
  await expect(heading(other, 'Se connecter')).toBeVisible();
  await page.reload();
  await expect(heading(page, 'Mon profil')).toBeVisible();
  await other.context().close();
});

test('a new address holds once its link was opened and its button pressed', async ({ page }) => {
  const { email } = await guestWithPassword(page, administrator);
  const wanted = newAddress();
  await logIn(page, email);
  await page.goto(`${portal}/profile`);
  await page.getByRole('button', { name: 'Changer d’adresse' }).click();
  await page.getByLabel('Nouvelle adresse e-mail').fill(wanted);
  await page.getByLabel('Mot de passe actuel').fill(goodPassword);
  await page.getByRole('button', { name: 'Envoyer le message' }).click();
  await expect(page.getByText(`Un message part à ${wanted}.`).first()).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();

  const link = await linkMailedTo(wanted, 'email');
  await page.goto(link);
  expect(page.url()).toBe(`${portal}/email`);
  await page.getByRole('button', { name: 'Confirmer cette adresse' }).dblclick();
  await expect(heading(page, 'Votre adresse est changée')).toBeVisible();
  await expect(page.getByText(`Votre adresse est maintenant ${wanted}.`)).toBeVisible();
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: 'Confirmer cette adresse' }).click();
  await expect(heading(page, 'Ce lien n’est plus valable')).toBeVisible();
  await page.context().clearCookies();
  await logIn(page, wanted);
});

test('a new address is confirmed by the password where nobody is logged in, and the old one takes it back (X10)', async ({
  page,
  browser,
}) => {
  const { email } = await guestWithPassword(page, administrator);
  const wanted = newAddress();
  await logIn(page, email);
  await page.goto(`${portal}/profile`);
  await page.getByRole('button', { name: 'Changer d’adresse' }).click();
  await page.getByLabel('Nouvelle adresse e-mail').fill(wanted);
  await page.getByLabel('Mot de passe actuel').fill(goodPassword);
  await page.getByRole('button', { name: 'Envoyer le message' }).click();
  await expect(page.getByText(`Un message part à ${wanted}.`).first()).toBeVisible();

  const elsewhere = await (await browser.newContext({ locale: 'fr-FR', colorScheme: 'dark' })).newPage();
  await elsewhere.setViewportSize({ width: 360, height: 740 });
  await elsewhere.goto(await linkMailedTo(wanted, 'email'));
  await expect(heading(elsewhere, 'Confirmez votre adresse')).toBeVisible();
  expect(await violations(elsewhere)).toEqual([]);
  const field = elsewhere.getByLabel('Mot de passe de votre accès');
  await field.focus();
  await elsewhere.keyboard.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('pas le bon');
  await elsewhere.keyboard.press('Enter');
  await expect(elsewhere.getByText('Ce n’est pas votre mot de passe actuel.')).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill(goodPassword);
  await elsewhere.keyboard.press('Enter');
  await expect(heading(elsewhere, 'Votre adresse est changée')).toBeVisible();

  const way = await linkMailedTo(email, 'email/undo');
  await elsewhere.goto('about:blank');
  await elsewhere.goto(way);
  expect(elsewhere.url()).toBe(`${portal}/email/undo`);
  await expect(heading(elsewhere, 'Rétablir votre adresse')).toBeVisible();
  expect(await violations(elsewhere)).toEqual([]);
  expect(await elsewhere.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const button = elsewhere.getByRole('button', { name: 'Rétablir mon adresse' });
  await button.focus();
  await elsewhere.keyboard.press('Enter');
  await expect(heading(elsewhere, 'Votre adresse est rétablie')).toBeVisible();
  await expect(elsewhere.getByText(`Votre adresse est de nouveau ${email}`)).toBeVisible();
  await page.goto(`${portal}/profile`);
  await expect(heading(page, 'Se connecter')).toBeVisible();
  await elsewhere.goto('about:blank');
  await elsewhere.goto(way);
  await elsewhere.getByRole('button', { name: 'Rétablir mon adresse' }).click();
  await expect(heading(elsewhere, 'Ce lien n’est plus valable')).toBeVisible();
  await elsewhere.context().close();
});

test('a link to a new address that another guest opens asks for the password of the access it is for (X10)', async ({
  page,
  browser,
}) => {
  const { email } = await guestWithPassword(page, administrator);
  const wanted = newAddress();
  await logIn(page, email);
  await page.goto(`${portal}/profile`);
  await page.getByRole('button', { name: 'Changer d’adresse' }).click();
  await page.getByLabel('Nouvelle adresse e-mail').fill(wanted);
  await page.getByLabel('Mot de passe actuel').fill(goodPassword);
  await page.getByRole('button', { name: 'Envoyer le message' }).click();
  const link = await linkMailedTo(wanted, 'email');

  const other = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  const { email: otherEmail } = await guestWithPassword(other, administrator);
  await logIn(other, otherEmail);
  await other.goto(link);
  await other.getByRole('button', { name: 'Confirmer cette adresse' }).click();
  await expect(other.getByRole('alert')).toContainText('ce lien concerne un autre accès');
  await expect(other.getByLabel('Mot de passe de votre accès')).toBeVisible();
  await other.context().close();
});

test('a guest sees where they are logged in, and ends one login or all', async ({ page, browser }) => {
  const { email } = await guestWithPassword(page, administrator);
  await logIn(page, email);
  const other = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await logIn(other, email);

  await openMenu(page);
  await page.getByRole('link', { name: 'Mes connexions' }).click();
  const cards = page.getByRole('main').getByRole('listitem');
  await expect(cards).toHaveCount(2);
  await expect(cards.filter({ hasText: 'Cet appareil' })).toHaveCount(1);
  await expect(cards.first()).toContainText('Par mot de passe');
  await expect(cards.first()).toContainText('Dernière utilisation : maintenant');
  await expect(page.getByText('sur 20 appareils à la fois')).toBeVisible();
  await page.getByRole('button', { name: /^Mettre fin : / }).click();
  await expect(cards).toHaveCount(1);
  await other.goto(`${portal}/sessions`);
  await expect(heading(other, 'Se connecter')).toBeVisible();

  await logIn(other, email);
  await page.getByRole('button', { name: 'Tout déconnecter' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('button', { name: 'Tout déconnecter' })).toBeFocused();
  await page.getByRole('button', { name: 'Tout déconnecter' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tout déconnecter' }).click();
  await expect(page.getByText('Vous êtes déconnecté.')).toBeVisible();
  await other.goto(`${portal}/sessions`);
  await expect(heading(other, 'Se connecter')).toBeVisible();
  await other.context().close();
});

test('in a preview everything is shown and nothing can be changed (N3)', async ({ page }) => {
  const { documentId, email } = await guestWithPassword(page, administrator);
  const { data } = await administrator.send('POST', pathTo('StartPreview', { guestId: documentId }), {});
  await page.goto(data.link);
  await page.getByRole('button', { name: 'Commencer l’aperçu' }).click();
  await expect(heading(page, 'Mes accès')).toBeVisible();
  await page.goto(`${portal}/profile`);
  await expect(page.getByText(email)).toBeVisible();
  await expect(page.getByLabel('Prénom')).toBeDisabled();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await page.goto(`${portal}/sessions`);
  await expect(page.getByText('Aucune connexion en cours.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  await page.getByRole('button', { name: 'Quitter l’aperçu' }).click();
  await expect(heading(page, 'Se connecter')).toBeVisible();
});

test('a guest who comes by a key is told how they get a password', async ({ page }) => {
  const { key } = site.guests.find(({ password }) => password === null) ?? { key: '' };
  await page.goto(`${portal}/key#${key}`);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(heading(page, 'Mes accès')).toBeVisible();
  await page.goto(`${portal}/profile`);
  await expect(page.getByText('Vous entrez par un lien d’accès et n’avez pas de mot de passe.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Changer le mot de passe' })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the guest’s own pages, and none is wider than a phone (${colorScheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    const { email } = await guestWithPassword(page, administrator);
    await logIn(page, email);
    const check = async (what: string) =>
      expect([what, await violations(page), await excessWidth(page)]).toEqual([what, [], 0]);

    await openMenu(page);
    await expect(page.getByRole('link', { name: 'Mon profil' })).toBeVisible();
    await check('menu');
    await page.goto(`${portal}/profile`);
    await page.getByRole('button', { name: 'Changer d’adresse' }).click();
    await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
    await page.getByLabel('Nouveau mot de passe').fill('azerty');
    await expect(page.getByText(/^Solidité : /)).toBeVisible();
    await check('profile');
    await page.goto(`${portal}/sessions`);
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
    await check('sessions');
    await page.getByRole('button', { name: 'Tout déconnecter' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('dialog');
  });
}
