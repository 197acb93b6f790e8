import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { googleClient, startGoogleServer, type GoogleServer } from '../support/google-server';
import { administratorOf, makeAccount } from './administrator';
import { violationsIn } from './axe';
import { logInToPanel, site } from './support';

const plugin = `${site.url}/admin/plugins/guest-access`;
const settingsPage = `${site.url}/admin/settings/guest-access#google`;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const rowOf = (page: Page, name: string) => page.getByRole('table').getByRole('row').filter({ hasText: name });
const isAccessible = async (page: Page, selector = 'main') => expect(await violationsIn(page, selector)).toEqual([]);

const setClient = async (page: Page, clientId: string | null) => {
  const administrator = await administratorOf(page.request);
  const { settings } = (await administrator.get(pathTo('GetSettings'))).data;
  await administrator.send('PUT', pathTo('SaveSettings'), { ...settings, google: { clientId } });
};

let google: GoogleServer;
test.beforeEach(async () => {
  google = await startGoogleServer(site.google);
});
test.afterEach(async ({ page }) => {
  await google.stop();
  await setClient(page, null);
});

/** The wizard, at Google. */
const openSource = async (page: Page) => {
  await page.goto(`${plugin}/imports/new`);
  await page.getByRole('radio', { name: 'Google' }).click();
};

test('an owner sets Google up; an editor takes contacts from there, and loses nothing that was typed before', async ({
  page,
}) => {
  const name = `GOOGLE${Date.now()}`;
  google.people = [
    {
      names: [{ familyName: `${name} Kermarrec`, givenName: 'Zoé' }],
      emailAddresses: [{ value: `zoe.${name}@exemple.example` }],
      phoneNumbers: [{ value: '+33 6 22 00 00 01', type: 'mobile' }],
      organizations: [{ name: 'Maison Premium' }],
    },
    { names: [{ familyName: `${name} Noa` }], emailAddresses: [{ value: 'pas une adresse' }] },
  ];
  await logInToPanel(page);

  // Before it is set up, the page says how, and takes a file.
  await openSource(page);
  await expect(page.getByText('ce site a besoin d’un ID client de Google', { exact: false })).toBeVisible();
  await page.getByText('Comment obtenir un ID client').click();
  await expect(page.getByText('activez « People API »', { exact: false })).toBeVisible();
  await expect(button(page, 'Choisir un fichier')).toBeVisible();
  await isAccessible(page);

  await page.goto(settingsPage);
  await expect(page.getByLabel('Adresse de redirection')).toHaveValue(`${plugin}/imports/google`);
  await page.getByLabel('ID client').fill('pas un ID');
  await button(page, 'Enregistrer').click();
  await expect(page.getByText('Des lettres, des chiffres', { exact: false })).toBeVisible();
  await page.getByLabel('ID client').fill(googleClient);
  await isAccessible(page, '[role=tabpanel]');
  await button(page, 'Enregistrer').click();
  await expect(page.getByText('Réglages enregistrés').first()).toBeVisible();

  await page.goto(`${plugin}/imports/new`);
  await page.getByRole('radio', { name: 'Manuellement' }).click();
  await page.getByRole('textbox', { name: 'Nom, ligne 1', exact: true }).fill(`${name} saisi`);
  await page.getByRole('radio', { name: 'Google' }).click();
  await expect(button(page, 'Se connecter à Google')).toBeVisible();
  await isAccessible(page);
  await button(page, 'Se connecter à Google').click();

  // Google's page, in the same window; somebody who says no comes back to be told so.
  await page.getByRole('link', { name: 'deny' }).click();
  await expect(page.getByText('Google n’a pas reçu l’accord', { exact: false })).toBeVisible();
  await expect(page).toHaveURL(`${plugin}/imports/google`);
  await isAccessible(page);
  await page.getByRole('link', { name: 'Choisir une autre source' }).click();
  await page.getByRole('radio', { name: 'Manuellement' }).click();
  await expect(page.getByRole('textbox', { name: 'Nom, ligne 1', exact: true })).toHaveValue(`${name} saisi`);
  await page.getByRole('radio', { name: 'Google' }).click();
  await button(page, 'Se connecter à Google').click();
  await page.getByRole('link', { name: 'allow' }).click();

  await expect(rowOf(page, 'Kermarrec')).toContainText('Zoé');
  await expect(page).toHaveURL(/imports\/[a-z0-9]{24}$/);
  await expect(rowOf(page, `${name} Noa`)).toContainText('Adresse e-mail non valable : pas une adresse');
  await expect(button(page, 'Lire le fichier autrement')).toHaveCount(0);
  await isAccessible(page);
  await button(page, 'Continuer').click();
  await button(page, 'Appliquer').click();
  await expect(page.getByText('2 contacts ajoutés')).toBeVisible();
  expect(google.revoked).toEqual(google.issued);

  // Nothing of what Google said is in the history: back leads to no code.
  const administrator = await administratorOf(page.request);
  const found = (await administrator.get(`${pathTo('ListContacts')}?q=${encodeURIComponent(`${name} Kermarrec`)}`))
    .data;
  expect(found.contacts).toMatchObject([{ firstName: 'Zoé', mobile: expect.stringContaining('6 22') }]);
});

test('whoever follows somebody else’s way back imports nothing, and no text of it is shown', async ({ page }) => {
  await setClient(page, googleClient);
  await logInToPanel(page, await makeAccount(await administratorOf(page.request), ['contacts.create']));
  for (const said of [
    'state=x&code=y',
    'state=x&error=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&next=//evil.example',
    '',
  ]) {
    await page.goto(`${plugin}/imports/google?${said}`);
    await expect(page.getByText('Cette demande à Google n’est plus valable', { exact: false })).toBeVisible();
    await expect(page).toHaveURL(`${plugin}/imports/google`);
    await expect(page.locator('img[src=x]')).toHaveCount(0);
  }
  expect(google.asked).toEqual([]);
  await button(page, 'Recommencer avec Google').click();
  await expect(page.getByRole('link', { name: 'allow' })).toBeVisible();
});

test('who may not create contacts is shown no way back', async ({ page }) => {
  await logInToPanel(page, await makeAccount(await administratorOf(page.request), ['contacts.read']));
  await page.goto(`${plugin}/imports/google?state=x&code=y`);
  await expect(page.getByText(/permission/i).first()).toBeVisible();
});
