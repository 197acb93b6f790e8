import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeAccount, type Administrator } from './administrator';
import { violationsIn } from './axe';
import { mailedTo } from './mails';
import { logInToPanel, site } from './support';

const guests = `${site.url}/admin/plugins/guest-access/guests`;
const rows = (page: Page) => page.locator('tbody tr');
const keyLink = /http:\S+#gak_\w+/;

let administrator: Administrator;
let made = 0;
const fresh = (word: string): string => `${word}${(made += 1)}${Date.now()}`;

interface Made {
  documentId: string;
  contactId: string;
  lastName: string;
  email: string;
}

const makeGuest = async (lastName: string, given: object = {}): Promise<Made> => {
  const body = {
    ...{ lastName, email: `${fresh('page')}@maison.example`, locale: 'fr' },
    ...{ resources: [], accessTypes: ['tasks'], companyContacts: false, companyRecords: false, invite: false },
    ...given,
  };
  return (await administrator.send('POST', pathTo('CreateGuest'), body)).data;
};

const openList = async (page: Page, search: string) => {
  await page.goto(`${guests}?_q=${encodeURIComponent(search)}`);
  await expect(rows(page).first()).toBeVisible();
};

const act = async (page: Page, action: string) => {
  await page.getByRole('button', { name: 'Actions sur la sélection' }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
};

const start = async (page: Page, count: number) => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: `Lancer pour ${count} invités` }).click();
  await expect(dialog.getByRole('status').first()).toContainText(`Terminé : ${count} invités sur ${count}.`);
  return dialog;
};

test.beforeEach(async ({ page }) => {
  administrator = await administratorOf(page.request);
});

test('forty guests are closed, opened again and sent their keys, each in a few clicks and with a report', async ({
  page,
}) => {
  const name = fresh('LOT');
  const people: Made[] = [];
  for (let index = 0; index < 40; index += 1) people.push(await makeGuest(name));
  await logInToPanel(page);
  await openList(page, name);
  await page.getByRole('button', { name: 'Sélectionner tous (40)' }).click();
  await expect(page.getByText('40 invités sélectionnés')).toBeVisible();
  await act(page, 'Fermer les accès');
  const report = await start(page, 40);
  await expect(report.getByText('Fait pour 40 invités')).toBeVisible();
  const download = page.waitForEvent('download');
  await report.getByRole('button', { name: 'Rapport (CSV)' }).click();
  expect((await download).suggestedFilename()).toBe('invites-action.csv');
  await report.getByRole('button', { name: 'Fermer' }).last().click();
  await expect(rows(page).first()).toContainText('Fermé');

  await act(page, 'Rouvrir les accès');
  await (await start(page, 40)).getByRole('button', { name: 'Fermer' }).last().click();
  await act(page, 'Envoyer les clés');
  const sent = await start(page, 40);
  await expect(sent.getByText('Fait pour 40 invités')).toBeVisible();
  await sent.getByRole('button', { name: 'Fermer' }).last().click();
  await expect(rows(page).first()).toContainText('Clé sans dernier jour');
  expect(await mailedTo(page.request, people[0]?.email ?? '', keyLink)).toContain(site.url);
  await expect(page.getByRole('region', { name: 'Dernière action groupée' })).toContainText('Envoyer les clés');
});

test('what is given, taken away and prolonged is chosen in the window; who is left is named', async ({ page }) => {
  const name = fresh('CHOIX');
  const [keyed] = [await makeGuest(name, { firstName: 'Avec' }), await makeGuest(name, { firstName: 'Sans' })];
  await administrator.send('POST', pathTo('IssueKey', { contactId: keyed.contactId }), { version: 1 });
  await logInToPanel(page);
  await openList(page, name);
  await page.getByRole('checkbox', { name: 'Sélectionner tous les invités de la page' }).click();
  await act(page, 'Changer le dernier jour des clés');
  const next = new Date().getFullYear() + 1;
  await page.getByRole('dialog').getByLabel('Dernier jour').fill(`${next}-03-31`);
  const dialog = await start(page, 2);
  await expect(dialog.getByText('Rien n’a été fait pour 1 invité :')).toBeVisible();
  await expect(dialog.getByText(`${name} Sans – pas de clé`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  await expect(rows(page).filter({ hasText: 'Avec' })).toContainText(`Clé jusqu’au 31/03/${next}`);

  await act(page, 'Retirer des accès');
  const taking = page.getByRole('dialog');
  await expect(taking.getByRole('button', { name: 'Lancer pour 2 invités' })).toBeDisabled();
  await taking.getByRole('listbox', { name: 'Accès : disponibles' }).getByRole('option', { name: 'Tâches' }).dblclick();
  expect(await violationsIn(page, '[role=dialog]')).toEqual([]);
  await (await start(page, 2)).getByRole('button', { name: 'Fermer' }).last().click();
  await expect(rows(page).first()).not.toContainText('Tâches');
});

test('views are addresses; one’s own are kept, found again and removed', async ({ page }) => {
  const name = fresh('VUE');
  await makeGuest(name);
  await logInToPanel(page);
  await openList(page, name);
  const views = page.getByRole('navigation', { name: 'Vues' });
  await views.getByRole('link', { name: 'Jamais venus' }).click();
  await expect(page).toHaveURL(/absence=never/);
  await expect(views.getByRole('link', { name: 'Jamais venus' })).toHaveAttribute('aria-current', 'true');
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`_q=${name}`));

  await page.getByRole('combobox', { name: 'Accès', exact: true }).click();
  await page.getByRole('option', { name: 'Tâches' }).click();
  await views.getByRole('button', { name: 'Garder cette vue' }).click();
  await page.getByLabel('Nom de la vue').fill(`Vue ${name}`);
  await page.keyboard.press('Enter');
  await expect(views.getByRole('link', { name: `Vue ${name}` })).toHaveAttribute('aria-current', 'true');

  await page.goto(guests);
  await views.getByRole('link', { name: `Vue ${name}` }).click();
  await expect(page).toHaveURL(new RegExp(`_q=${name}.*access=tasks`));
  await expect(rows(page)).toHaveCount(1);
  await views.getByRole('button', { name: `Retirer la vue Vue ${name}` }).click();
  await expect(views.getByRole('link', { name: `Vue ${name}` })).toHaveCount(0);
});

test('a guest’s page says who they are, what they hold, what they come in by, what happened and why', async ({
  page,
}) => {
  const name = fresh('FICHE');
  const guest = await makeGuest(name, { firstName: 'Anne', companyName: `Maison ${name}`, details: 'Ne pas appeler' });
  await administrator.send('POST', pathTo('IssueKey', { contactId: guest.contactId }), { version: 1 });
  await logInToPanel(page);
  await openList(page, name);
  await expect(rows(page).first()).toContainText(`Maison ${name}`);
  await page.getByRole('link', { name: `${name} Anne` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${name} Anne` })).toBeVisible();
  await expect(page.getByRole('tabpanel')).toContainText('Ne pas appeler');
  expect(await violationsIn(page, 'main')).toEqual([]);

  await page.getByRole('tab', { name: 'Accès' }).click();
  await expect(page).toHaveURL(/tab=access/);
  await expect(page.getByRole('tabpanel')).toContainText('Tâches');
  await page.getByRole('tab', { name: 'Clé et sessions' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('gak_…');
  await expect(page.getByRole('tabpanel')).toContainText('Aucune session ouverte.');
  await page.getByRole('button', { name: 'Accès et clé…' }).click();
  await expect(page.getByRole('dialog', { name: /accès invité/ })).toContainText('gak_…');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Journal' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('a obtenu une clé pour');
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Journal' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Pourquoi' }).click();
  await expect(page.getByRole('combobox').first()).toBeVisible();
  expect(await violationsIn(page, 'main')).toEqual([]);

  await page.getByRole('button', { name: 'Modifier', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Modifier l’invité' });
  await form.getByLabel('Prénom').fill('Annette');
  await form.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${name} Annette` })).toBeVisible();
  await page.getByRole('button', { name: /^Autres actions pour/ }).click();
  await page.getByRole('menuitem', { name: 'Supprimer' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Supprimer' }).click();
  await expect(page).toHaveURL(/\/guests$/);
});

test('a guest who is logged in is logged out everywhere by an editor', async ({ page }) => {
  const guest = await makeGuest(fresh('SESSION'));
  const { link } = (
    await administrator.send('POST', pathTo('IssueKey', { contactId: guest.contactId }), { version: 1 })
  ).data;
  const answer = await page.request.post(`${site.url}${pathTo('LogInByKey')}`, {
    data: { key: link.slice(link.indexOf('#') + 1) },
    headers: { Connection: 'close' },
  });
  const { token } = (await answer.json()).data;
  const me = () => page.request.get(`${site.url}${pathTo('GetMe')}`, { headers: { Authorization: `Bearer ${token}` } });
  expect((await me()).status()).toBe(200);
  await logInToPanel(page);
  await page.goto(`${guests}/${guest.documentId}?tab=entrance`);
  await expect(page.getByRole('grid', { name: 'Sessions ouvertes' }).locator('tbody tr')).toHaveCount(1);
  await page.getByRole('button', { name: 'Déconnecter partout' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Déconnecter partout' }).click();
  await expect(page.getByText('Aucune session ouverte.')).toBeVisible();
  expect((await me()).status()).toBe(401);
});

test('the last day of the key there is, is changed in the window of an access', async ({ page }) => {
  const guest = await makeGuest(fresh('JOUR'));
  const { link } = (
    await administrator.send('POST', pathTo('IssueKey', { contactId: guest.contactId }), { version: 1 })
  ).data;
  await logInToPanel(page);
  await openList(page, guest.lastName);
  await page.getByRole('button', { name: /^Autres actions pour/ }).click();
  await page.getByRole('menuitem', { name: 'Accès et clé…' }).click();
  const dialog = page.getByRole('dialog');
  const change = dialog.getByRole('button', { name: 'Changer le dernier jour' });
  await expect(change).toBeDisabled();
  const next = new Date().getFullYear() + 1;
  await dialog.getByLabel('Dernier jour').fill(`${next}-12-31`);
  await change.click();
  await expect(dialog.getByText(new RegExp(`31/12/${next}`))).toBeVisible();
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  const answer = await page.request.post(`${site.url}${pathTo('LogInByKey')}`, {
    data: { key: link.slice(link.indexOf('#') + 1) },
    headers: { Connection: 'close' },
  });
  expect(answer.status()).toBe(200);
});

test('a reader is offered nothing that they may not do or see', async ({ page }) => {
  const guest = await makeGuest(fresh('LECTEUR'));
  await logInToPanel(page, await makeAccount(administrator, ['guests.read']));
  await openList(page, guest.lastName);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Accès', exact: true })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Clé bientôt finie' })).toHaveCount(0);
  await page.getByRole('link', { name: guest.lastName }).click();
  await expect(page.getByRole('tab')).toHaveText(['Personne', 'Clé et sessions']);
  await expect(page.getByRole('button', { name: /^(Modifier|Autres actions)/ })).toHaveCount(0);
});

test('the list and the page fit a narrow screen', async ({ page }) => {
  const guest = await makeGuest(fresh('ÉTROIT'), { firstName: 'Maximilien-Alexandre' });
  await page.setViewportSize({ width: 390, height: 844 });
  await logInToPanel(page);
  for (const address of [`${guests}?_q=${encodeURIComponent(guest.lastName)}`, `${guests}/${guest.documentId}`]) {
    await page.goto(address);
    await expect(page.getByText(guest.lastName).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});
