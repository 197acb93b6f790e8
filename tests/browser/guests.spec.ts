import { expect, test, type Locator, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { readError } from '../../contract/readError';
import { administratorOf, makeContact, makeAccount, type Administrator } from './administrator';
import { violationsIn } from './axe';
import { countMailsTo, mailedTo } from './mails';
import { logInToPanel, site } from './support';

const guests = `${site.url}/admin/plugins/guest-access/guests`;
const rows = (page: Page) => page.locator('tbody tr');
const resetLink = /http:\/\/localhost:\d+\/guest\/password#grt_\w+/;

let administrator: Administrator;
let made = 0;
/** Words that no other test has used. */
const fresh = (word: string): string => `${word}${(made += 1)}${Date.now()}`;
const freshAddress = (): string => `${fresh('invite')}@maison.example`;

/** A guest that was made by the API, without mail. */
const makeGuest = async (given: object = {}): Promise<{ documentId: string; lastName: string; email: string }> => {
  const body = {
    lastName: fresh('INVITE'),
    email: freshAddress(),
    locale: 'fr',
    resources: [],
    accessTypes: [],
    companyContacts: false,
    companyRecords: false,
    invite: false,
    ...given,
  };
  return (await administrator.send('POST', pathTo('CreateGuest'), body)).data;
};

const openGuests = async (page: Page, search: string) => {
  await page.goto(`${guests}?_q=${encodeURIComponent(search)}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Invités' })).toBeVisible();
};

const openForm = async (page: Page): Promise<Locator> => {
  await page.goto(guests);
  await page.getByRole('button', { name: 'Créer un nouvel invité' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Créer un nouvel invité' });
  await expect(dialog.getByRole('listbox')).toHaveCount(4);
  return dialog;
};

/** Finds one of many by typing, and picks it. */
const lookUp = async (dialog: Locator, field: string, typed: string, option: string) => {
  await dialog.getByRole('combobox', { name: field }).focus();
  await dialog.page().keyboard.type(typed);
  await dialog.page().getByRole('option', { name: option }).click();
};

/** Chooses an entry of the menu of the one row that is listed. */
const choose = async (page: Page, action: string) => {
  await page.getByRole('button', { name: /^Autres actions pour/ }).click();
  await page.getByRole('menuitem', { name: action }).click();
};
const confirm = (page: Page, action: string) =>
  page.getByRole('alertdialog').getByRole('button', { name: action }).click();

test.beforeEach(async ({ page }) => {
  administrator = await administratorOf(page.request);
});

test('a guest is created, with a login name out of the title, and mailed the link to set a password', async ({
  page,
}) => {
  const [lastName, email, title] = [fresh('MAIRE'), freshAddress(), fresh('Mairie de Plœmeur ')];
  const contact = fresh('CONTACT');
  await makeContact(administrator, { lastName: contact, company: 'Ville de Plœmeur' });
  await logInToPanel(page);
  const dialog = await openForm(page);
  await expect(dialog.getByRole('textbox', { name: /^Nom\*?$/ })).toBeFocused();
  await dialog.getByRole('textbox', { name: /^Nom\*?$/ }).fill(lastName);
  await dialog.getByLabel('Prénom').fill('Anne');
  await dialog.getByRole('textbox', { name: /^E-mail/ }).fill(email);
  await dialog.getByLabel('Titre').fill(title);
  await page.keyboard.press('Tab');
  const login = dialog.getByLabel('Identifiant');
  await expect(login).toHaveValue(/^mairie-de-ploemeur-\d+$/);
  const proposed = await login.inputValue();

  await lookUp(dialog, 'Pays', 'Tché', 'Tchéquie');
  await lookUp(dialog, 'Fuseau horaire', 'prague', 'Europe/Prague');
  await dialog.getByText('Contacts et entreprise').click();
  await lookUp(dialog, 'Ajouter un contact', contact, contact);
  await dialog.getByRole('listbox', { name: 'Projets : disponibles' }).getByRole('option').first().dblclick();
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(page.getByText(`L’invitation part par e-mail à ${email}`)).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Créer un nouvel invité' }).first()).toBeFocused();
  expect(await mailedTo(page.request, email, resetLink)).toContain(site.url);

  await openGuests(page, lastName);
  for (const text of ['Anne', 'Ville de Plœmeur', email, proposed, 'Sans clé ni mot de passe', 'Éditeur']) {
    await expect(rows(page).first()).toContainText(text);
  }
  await page.getByRole('button', { name: `Modifier ${lastName} Anne` }).click();
  const edit = page.getByRole('dialog', { name: 'Modifier l’invité' });
  await expect(edit.getByLabel('Identifiant')).toBeDisabled();
  await expect(edit.getByLabel('Identifiant')).toHaveValue(proposed);
  await expect(edit.getByRole('combobox', { name: 'Pays' })).toHaveValue('Tchéquie');
  await expect(edit.getByText('1 accordé')).toBeVisible();
  await edit.getByLabel('Mobile').fill('06 00 00 00 00');
  // Through country and time zone, which a passing focus leaves as they are.
  for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab');
  await edit.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(edit).toBeHidden();
  await expect(page.getByRole('button', { name: `Modifier ${lastName} Anne` })).toBeFocused();
  const [{ documentId }] = (await administrator.get(`${pathTo('ListGuests')}?q=${lastName}`)).data.guests;
  const saved = (await administrator.get(pathTo('GetGuest', { guestId: documentId }))).data;
  expect(saved).toMatchObject({ country: 'CZ', timeZone: 'Europe/Prague', mobile: '06 00 00 00 00', login: proposed });
});

test('a temporary password is made, shown once, never mailed, and lets in only to be changed', async ({ page }) => {
  const email = freshAddress();
  await logInToPanel(page);
  const dialog = await openForm(page);
  await dialog.getByRole('textbox', { name: /^Nom\*?$/ }).fill(fresh('PROVISOIRE'));
  await dialog.getByRole('textbox', { name: /^E-mail/ }).fill(email);
  await dialog.getByRole('checkbox', { name: 'Envoyer l’invitation par e-mail' }).click();
  await dialog.getByLabel('Mot de passe temporaire').fill('court');
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog.getByText('Ce mot de passe est trop court.')).toBeVisible();
  await expect(dialog.getByLabel('Mot de passe temporaire')).toBeFocused();
  await dialog.getByRole('button', { name: 'En créer un' }).click();
  const password = await dialog.getByLabel('Mot de passe temporaire').inputValue();
  expect(password.length).toBeGreaterThanOrEqual(12);
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog.getByText('Ce mot de passe n’est affiché que maintenant')).toBeVisible();
  await expect(dialog.getByLabel('Mot de passe temporaire')).toHaveValue(password);
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  await expect(dialog).toBeHidden();

  const login = await page.request.post(`${site.url}${pathTo('LogInByPassword')}`, {
    data: { login: email, password },
    headers: { Connection: 'close' },
  });
  expect(readError(await login.json()).code).toBe('password_change_required');
  expect(await countMailsTo(page.request, email)).toBe(0);
});

test('an address and a login name that another guest has are told at their fields, with the way to them', async ({
  page,
}) => {
  const login = fresh('pris');
  const taken = await makeGuest({ login });
  await logInToPanel(page);
  const dialog = await openForm(page);
  await dialog.getByRole('textbox', { name: /^Nom\*?$/ }).fill('NEUF');
  await dialog.getByRole('textbox', { name: /^E-mail/ }).fill(taken.email.toUpperCase());
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog.getByText('Cette adresse e-mail est celle d’un autre invité.')).toBeVisible();
  const holder = await dialog.getByRole('link', { name: 'Voir cet invité' }).getAttribute('href');
  expect(holder).toContain(taken.documentId);

  await dialog.getByRole('textbox', { name: /^E-mail/ }).fill(freshAddress());
  await dialog.getByLabel('Identifiant').fill(login);
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog.getByText('Cet identifiant est celui d’un autre invité.')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: /^Nom\*?$/ })).toHaveValue('NEUF');

  await page.goto(new URL(holder ?? '', site.url).href);
  const other = page.getByRole('dialog', { name: 'Modifier l’invité' });
  await expect(other.getByRole('textbox', { name: /^E-mail/ })).toHaveValue(taken.email);
});

test('what is missing or wrong is told before anything is sent, and unsaved words are not dropped', async ({
  page,
}) => {
  await logInToPanel(page);
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  const dialog = await openForm(page);
  await dialog.getByRole('textbox', { name: /^E-mail/ }).fill('pas une adresse');
  await dialog.getByLabel('Identifiant').fill('Pas Bon');
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog.getByText('Ce champ est obligatoire.')).toBeVisible();
  await expect(dialog.getByText('Il manque le signe @, comme dans nom@exemple.fr.')).toBeVisible();
  await expect(dialog.getByText(/^2 à 64 minuscules/)).toBeVisible();
  expect(sent.filter((url) => url.includes('/guest-access/'))).toEqual([]);
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Modifications non sauvegardées' });
  await question.getByRole('button', { name: 'Annuler' }).click();
  await expect(dialog.getByRole('textbox', { name: /^E-mail/ })).toHaveValue('pas une adresse');
});

test('a guest is closed, and their address then freed for another', async ({ page }) => {
  const guest = await makeGuest();
  await logInToPanel(page);
  await openGuests(page, guest.lastName);
  await choose(page, 'Fermer l’accès');
  await confirm(page, 'Fermer l’accès');
  await expect(rows(page).first()).toContainText('Fermé');
  await choose(page, 'Libérer l’adresse');
  await confirm(page, 'Libérer l’adresse');
  await expect(page.getByText(`L’adresse ${guest.email} est libre.`)).toBeVisible();
  // Their contact has it still, and is written to there.
  await expect(rows(page).first()).toContainText('adresse du contact');
  expect((await makeGuest({ email: guest.email })).email).toBe(guest.email);

  await choose(page, 'Rouvrir l’accès');
  await expect(rows(page).first()).toContainText('Sans clé ni mot de passe');
  await choose(page, 'Supprimer');
  await confirm(page, 'Supprimer');
  await expect(page.getByText('Aucun invité ne correspond à cette recherche.')).toBeVisible();
});

test('the invitation is sent again, and the focus stays in the row', async ({ page }) => {
  const guest = await makeGuest();
  await logInToPanel(page);
  await openGuests(page, guest.lastName);
  await choose(page, 'Renvoyer l’invitation');
  await expect(page.getByText(`L’invitation part par e-mail à ${guest.email}`)).toBeVisible();
  await mailedTo(page.request, guest.email, resetLink);
  await choose(page, 'Fermer l’accès');
  await expect(page.getByRole('alertdialog').locator(':focus')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Autres actions pour/ })).toBeFocused();
});

test('an editor who was overtaken is told, and keeps what they typed until they reload', async ({ page }) => {
  const guest = await makeGuest();
  await logInToPanel(page);
  await openGuests(page, guest.lastName);
  await page.getByRole('button', { name: `Modifier ${guest.lastName}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Modifier l’invité' });
  await dialog.getByLabel('Prénom').fill('Premier');
  await administrator.send('PUT', pathTo('SetGuestClosed', { guestId: guest.documentId }), {
    version: 1,
    closed: true,
  });
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Un autre éditeur a modifié cet invité');
  await expect(dialog.getByLabel('Prénom')).toHaveValue('Premier');
  await dialog.getByRole('button', { name: 'Recharger' }).click();
  await expect(dialog.getByText('Fermé', { exact: true })).toBeVisible();
  await expect(dialog.getByLabel('Prénom')).toHaveValue('');
});

test('search, filters, order and page stand in the address', async ({ page }) => {
  const guest = await makeGuest();
  await logInToPanel(page);
  await openGuests(page, guest.lastName);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('combobox', { name: 'État' }).click();
  await page.getByRole('option', { name: 'Fermé' }).click();
  await expect(page.getByText('Aucun invité ne correspond à cette recherche.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Aucun invité ne correspond à cette recherche.')).toBeVisible();
  await page.getByRole('button', { name: 'Effacer les filtres' }).last().click();
  await expect(page).not.toHaveURL(/state=/);
  const created = page.getByRole('columnheader', { name: 'Créé le' });
  for (const direction of ['ascending', 'descending']) {
    await page.getByRole('button', { name: 'Créé le' }).click();
    await expect(created).toHaveAttribute('aria-sort', direction);
  }
  await expect(rows(page).first()).toContainText(guest.lastName);
});

test('a photo is chosen in the media library', async ({ page }) => {
  const image = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64'
  );
  const name = `${fresh('portrait')}.png`;
  await page.request.post(`${site.url}/upload`, {
    headers: administrator.headers,
    multipart: { files: { name, mimeType: 'image/png', buffer: image } },
  });
  const guest = await makeGuest();
  await logInToPanel(page);
  await openGuests(page, guest.lastName);
  await page.getByRole('button', { name: `Modifier ${guest.lastName}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Modifier l’invité' });
  await dialog.getByRole('button', { name: 'Choisir dans la médiathèque' }).click();
  const library = page.getByRole('dialog').last();
  await library.getByRole('checkbox', { name }).click();
  await library.getByRole('button', { name: /^(Terminer|Finish)/ }).click();
  await expect(dialog.getByRole('img', { name })).toBeVisible();
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog).toBeHidden();
  const { photo } = (await administrator.get(pathTo('GetGuest', { guestId: guest.documentId }))).data;
  expect(photo.name).toBe(name);
});

test('a reader sees guests and can change nothing; without the permission there is no page', async ({ page }) => {
  const guest = await makeGuest();
  const reader = await makeAccount(administrator, ['guests.read']);
  await logInToPanel(page, reader);
  await page.goto(`${site.url}/admin/plugins/guest-access`);
  await expect(page).toHaveURL(/\/plugins\/guest-access\/guests/);
  await openGuests(page, guest.lastName);
  await expect(page.getByRole('navigation', { name: 'Accès invité' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^(Créer un nouvel|Modifier|Autres actions|Approuver)/ })).toHaveCount(
    0
  );
  await page.getByRole('button', { name: `Voir ${guest.lastName}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Modifier l’invité' });
  await expect(dialog.getByRole('textbox', { name: /^E-mail/ })).toBeDisabled();
  await expect(dialog.getByRole('button', { name: 'Sauvegarder' })).toHaveCount(0);
});

test('an editor without these permissions sees neither tab nor page', async ({ page }) => {
  const editor = await makeAccount(administrator, ['contacts.read']);
  await logInToPanel(page, editor);
  await page.goto(`${site.url}/admin/plugins/guest-access`);
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Invités' })).toHaveCount(0);
  await page.goto(guests);
  await expect(page.getByText(/permission/i).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Invités' })).toHaveCount(0);
});

test('page and dialogs are clean for axe', async ({ page }) => {
  const guest = await makeGuest({ login: fresh('axe') });
  await logInToPanel(page);
  await openGuests(page, guest.lastName);
  await expect(rows(page)).toHaveCount(1);
  expect(await violationsIn(page, 'main')).toEqual([]);
  expect(await violationsIn(page, 'nav[aria-label="Accès invité"]')).toEqual([]);
  await page.getByRole('button', { name: `Modifier ${guest.lastName}` }).click();
  await expect(page.getByRole('dialog').getByRole('listbox')).toHaveCount(4);
  await page.mouse.move(0, 0);
  expect(await violationsIn(page, '[role=dialog]')).toEqual([]);
  const dialog = await openForm(page);
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog.getByText('Ce champ est obligatoire.').first()).toBeVisible();
  await page.mouse.move(0, 0);
  expect(await violationsIn(page, '[role=dialog]')).toEqual([]);
});
