import { expect, test, type Locator, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeAccount, type Administrator } from './administrator';
import { violationsIn } from './axe';
import { mailedTo } from './mails';
import { logInToPanel, site } from './support';

const invitations = `${site.url}/admin/plugins/guest-access/invitations`;
const secret = /gil_\w+/;

let administrator: Administrator;
let made = 0;
/** Words that no other test has used. */
const fresh = (word: string): string => `${word} ${(made += 1)}${Date.now()}`;

const row = (page: Page, name: string) => page.locator('tbody tr').filter({ hasText: name });

const openForm = async (page: Page): Promise<Locator> => {
  await page.goto(invitations);
  await page.getByRole('button', { name: 'Créer un lien' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listbox')).toHaveCount(4);
  return dialog;
};

/** A link that was made by the API. */
const makeLink = async (given: object = {}): Promise<{ name: string; token: string }> => {
  const body = { name: fresh('Lien'), resources: [], accessTypes: [], ...given };
  const { link, url } = (await administrator.send('POST', pathTo('CreateInvitationLink'), body)).data;
  return { name: link.name, token: secret.exec(url)?.[0] ?? '' };
};

/** What a person does who was given the link: asks, opens the mail, gives names and password. */
const comeBy = async (page: Page, token: string, email: string, lastName: string): Promise<string> => {
  // Between the two a mail goes out: a kept connection could be closed just as it is used again.
  const headers = { Connection: 'close' };
  const asked = await page.request.post(site.url + pathTo('AcceptInvitation'), { data: { token, email }, headers });
  expect(asked.status()).toBe(202);
  const proof = await mailedTo(page.request, email, /gvt_\w+/);
  const names = { firstName: 'Jana', lastName, password: 'rivière lente sous les saules' };
  const confirmed = await page.request.post(site.url + pathTo('ConfirmJoin'), {
    data: { token: proof, ...names },
    headers,
  });
  return (await confirmed.json()).data.outcome;
};

test.beforeEach(async ({ page }) => {
  administrator = await administratorOf(page.request);
});

test('a link is created, copied, shown as a QR code and again later; revoked, it is dead', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const name = fresh('Salon');
  await logInToPanel(page);
  const dialog = await openForm(page);
  await expect(dialog.getByRole('textbox', { name: /^Nom\*?$/ })).toBeFocused();
  await dialog.getByRole('button', { name: 'Créer le lien' }).click();
  await expect(dialog.getByText('Ce champ est obligatoire.')).toBeVisible();
  await dialog.getByRole('textbox', { name: /^Nom\*?$/ }).fill(name);
  await dialog.getByLabel('Nombre de personnes').fill('25');
  await dialog.getByRole('listbox', { name: 'Accès : disponibles' }).getByRole('option', { name: 'Tâches' }).dblclick();
  await dialog.getByRole('button', { name: 'Créer le lien' }).click();

  const link = dialog.getByLabel('Lien d’invitation', { exact: true });
  await expect(link).toHaveValue(new RegExp(`^${site.url}/guest/invitation#gil_\\w{36}$`));
  const url = await link.inputValue();
  await dialog.getByRole('button', { name: 'Copier' }).click();
  await expect(dialog.getByRole('button', { name: 'Copié' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);
  await expect(dialog.getByRole('img', { name: `QR code du lien « ${name} »` })).toBeVisible();
  const download = page.waitForEvent('download');
  await dialog.getByRole('link', { name: 'Télécharger le QR code' }).click();
  expect((await download).suggestedFilename()).toBe('invitation.svg');
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  await expect(page.getByRole('button', { name: 'Créer un lien' }).first()).toBeFocused();

  for (const text of ['Ouvert', 'Tâches', '0 / 25']) await expect(row(page, name)).toContainText(text);
  await page.getByRole('button', { name: `Afficher le lien « ${name} »` }).click();
  await expect(page.getByRole('dialog').getByLabel('Lien d’invitation', { exact: true })).toHaveValue(url);
  await page.keyboard.press('Escape');

  const preview = () =>
    page.request.post(`${site.url}${pathTo('PreviewInvitation')}`, {
      data: { token: secret.exec(url)?.[0] },
      headers: { Connection: 'close' },
    });
  expect((await preview()).status()).toBe(200);
  await page.getByRole('button', { name: `Révoquer « ${name} »` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Révoquer le lien' }).click();
  await expect(row(page, name)).toContainText('Révoqué');
  await expect(page.getByRole('button', { name: `Afficher le lien « ${name} »` })).toHaveCount(0);
  expect((await preview()).status()).toBe(401);
});

test('who came by a link stands in its list, waits for an agreement, and is told of it', async ({ page }) => {
  const { name, token } = await makeLink({ approval: true, accessTypes: ['tasks'] });
  const [lastName, email] = [fresh('ARRIVEE'), `arrivee${Date.now()}@maison.example`];
  expect(await comeBy(page, token, email, lastName)).toBe('waiting');

  await logInToPanel(page);
  await page.goto(invitations);
  await expect(row(page, name)).toContainText('1');
  await page.getByRole('button', { name: `Venus par « ${name} »` }).click();
  const dialog = page.getByRole('dialog', { name: `Venus par « ${name} »` });
  await expect(dialog.getByRole('row', { name: new RegExp(lastName) })).toContainText('En attente');
  await dialog.getByRole('link', { name: 'Les voir parmi les invités' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Invités' })).toBeVisible();
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expect(page.getByText(/attend(ent)? votre accord/)).toBeVisible();
  await page.getByRole('button', { name: 'Les afficher' }).click();
  await expect(page).toHaveURL(/state=waiting/);
  await page.getByRole('button', { name: `Approuver ${lastName} Jana` }).click();
  await expect(page.getByText(`${lastName} Jana peut entrer`)).toBeVisible();
  await mailedTo(page.request, email, /\/guest\/login/);
});

test('a waiting guest is refused after a question', async ({ page }) => {
  const { token } = await makeLink({ approval: true });
  const [lastName, email] = [fresh('REFUS'), `refus${Date.now()}@maison.example`];
  await comeBy(page, token, email, lastName);
  await logInToPanel(page);
  await page.goto(`${site.url}/admin/plugins/guest-access/guests?_q=${encodeURIComponent(email)}`);
  await page.getByRole('button', { name: `Autres actions pour ${lastName} Jana` }).click();
  await page.getByRole('menuitem', { name: 'Refuser' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Refuser' }).click();
  await expect(page.getByText('Aucun invité ne correspond à cette recherche.')).toBeVisible();
});

test('a domain that is none is told at its field; who only becomes a contact is given nothing', async ({ page }) => {
  const name = fresh('Domaine');
  await logInToPanel(page);
  const dialog = await openForm(page);
  await dialog.getByRole('textbox', { name: /^Nom\*?$/ }).fill(name);
  await dialog.getByLabel('Domaine').fill('co.uk');
  await dialog.getByRole('button', { name: 'Créer le lien' }).click();
  await expect(dialog.getByText('Ce n’est pas un domaine valable, comme example.com.')).toBeVisible();
  await dialog.getByLabel('Domaine').fill('Maison.example');
  await dialog.getByRole('combobox', { name: 'Expire' }).click();
  await page.getByRole('option', { name: 'Jamais' }).click();
  await dialog.getByRole('checkbox', { name: 'Ajouter comme invités' }).click();
  await expect(dialog.getByRole('listbox')).toHaveCount(0);
  await expect(dialog.getByRole('checkbox', { name: 'Un éditeur doit donner son accord' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Créer le lien' }).click();
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  for (const text of ['Contact seulement', 'maison.example', '0, sans limite', 'Jamais']) {
    await expect(row(page, name)).toContainText(text);
  }
});

test('a reader sees the links and who came, and neither link nor button', async ({ page }) => {
  const { name } = await makeLink();
  const reader = await makeAccount(administrator, ['invitations.read']);
  await logInToPanel(page, reader);
  await page.goto(`${site.url}/admin/plugins/guest-access`);
  await expect(page.getByRole('heading', { level: 1, name: 'Liens d’invitation' })).toBeVisible();
  await expect(row(page, name)).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Créer un lien|Afficher le lien|Révoquer)/ })).toHaveCount(0);
  await page.getByRole('button', { name: `Venus par « ${name} »` }).click();
  await expect(page.getByRole('dialog').getByText('Personne n’est encore venu par ce lien.')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('link')).toHaveCount(0);
});

test('page and dialogs are clean for axe', async ({ page }) => {
  const { name } = await makeLink();
  await logInToPanel(page);
  await page.goto(invitations);
  await expect(row(page, name)).toBeVisible();
  expect(await violationsIn(page, 'main')).toEqual([]);
  const dialog = await openForm(page);
  await page.mouse.move(0, 0);
  expect(await violationsIn(page, '[role=dialog]')).toEqual([]);
  await dialog.getByRole('textbox', { name: /^Nom\*?$/ }).fill(fresh('Axe'));
  await dialog.getByRole('button', { name: 'Créer le lien' }).click();
  await expect(dialog.getByLabel('Lien d’invitation', { exact: true })).toBeVisible();
  await page.mouse.move(0, 0);
  expect(await violationsIn(page, '[role=dialog]')).toEqual([]);
});
