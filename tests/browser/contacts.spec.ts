import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeAccount, makeContact } from './administrator';
import { logInToPanel, site } from './support';

const contacts = `${site.url}/admin/plugins/guest-access`;
const rows = (page: Page) => page.locator('tbody tr');

const openContacts = async (page: Page, search = '') => {
  await page.goto(`${contacts}${search}`);
  await expect(rows(page).first()).toBeVisible();
};

test('a contact is added with a new company, found by search, changed and deleted', async ({ page }) => {
  const company = `Société neuve ${Date.now()}`;
  await logInToPanel(page);
  await openContacts(page);
  await page.getByRole('button', { name: 'Contact', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email').fill('pas une adresse');
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog.getByText('Ce champ est obligatoire.')).toBeVisible();
  await expect(dialog.getByText('Il manque le signe @, comme dans nom@exemple.fr.')).toBeVisible();

  await dialog.getByLabel('Nom', { exact: false }).first().fill('ZYGOMAR');
  await dialog.getByLabel('Email').fill('zygomar@neuve.example');
  await dialog.getByRole('combobox', { name: 'Entreprise' }).fill(company);
  await expect(dialog.getByText(`L’entreprise « ${company} » sera créée.`)).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Entreprise' }).press('Enter');
  await dialog.getByLabel('Mobile').fill('06 00 00 00 00');
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('searchbox', { name: 'Rechercher des contacts' }).fill(company);
  await expect(rows(page)).toHaveCount(1);
  for (const text of ['ZYGOMAR', company, 'zygomar@neuve.example', '06 00 00 00 00', 'Aucun']) {
    await expect(rows(page).first()).toContainText(text);
  }

  await page.getByRole('button', { name: 'Modifier ZYGOMAR' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Entreprise' })).toHaveValue(company);
  await dialog.getByLabel('Prénom').fill('Anne');
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(rows(page).first()).toContainText('Anne');
  await expect(page.getByRole('button', { name: 'Modifier ZYGOMAR Anne' })).toBeFocused();

  await page.getByRole('button', { name: 'Supprimer ZYGOMAR Anne' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Supprimer le contact' }).click();
  await expect(page.getByText('Aucun contact ne correspond à cette recherche.')).toBeVisible();
});

test('search, filters, order and page stand in the address: reload and back keep them', async ({ page }) => {
  await logInToPanel(page);
  await openContacts(page, '?pageSize=10');
  await page.getByRole('button', { name: 'Email' }).click();
  await expect(page.getByRole('columnheader', { name: 'Email' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('combobox', { name: 'Adresse e-mail' }).click();
  await page.getByRole('option', { name: 'Avec adresse e-mail' }).click();
  await expect(page).toHaveURL(/hasEmail=true/);
  // The address changes before the rows do.
  await page.waitForLoadState('networkidle');
  const first = await rows(page).first().innerText();
  await page.getByRole('link', { name: 'Aller à la page suivante' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(rows(page).first()).not.toHaveText(first, { useInnerText: true });
  const second = await rows(page).first().innerText();

  await page.reload();
  await expect(rows(page).first()).toHaveText(second, { useInnerText: true });
  await expect(page.getByRole('columnheader', { name: 'Email' })).toHaveAttribute('aria-sort', 'ascending');
  await page.goBack();
  await expect(page).toHaveURL(/page=1&/);
});

test('what the filter leaves is selected as a whole and gets accesses, keys and mails in one go, with a report', async ({
  page,
}) => {
  const administrator = await administratorOf(page.request);
  const company = `Entreprise du lot ${Date.now()}`;
  for (const number of [1, 2, 3])
    await makeContact(administrator, { lastName: `LOT ${number}`, company, email: `lot${number}@lot.example` });
  await makeContact(administrator, { lastName: 'LOT MUET', company, email: null });
  await logInToPanel(page);
  await openContacts(page, `?_q=${company}`);
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole('button', { name: 'Sélectionner tous (4)' }).click();
  await expect(page.getByText('4 contacts sélectionnés')).toBeVisible();
  await page.getByRole('button', { name: 'Désélectionner tous' }).click();
  await expect(rows(page).getByRole('checkbox', { checked: true })).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Sélectionner tous les contacts de la page' }).click();

  await page.getByRole('button', { name: 'Créer un accès invité' }).click();
  const dialog = page.getByRole('dialog', { name: 'Créer un accès invité' });
  await dialog.getByRole('listbox', { name: 'Projets : disponibles' }).getByRole('option').first().dblclick();
  await dialog.getByRole('button', { name: 'Lancer pour 4 contacts' }).click();
  const report = async () => {
    for (const line of ['4 accès créés', '4 clés obtenues', '3 e-mails partent', '1 contact n’a pas tout reçu'])
      await expect(dialog.getByText(line)).toBeVisible();
    await expect(dialog.getByText(/^LOT MUET .* – pas d’adresse e-mail$/)).toBeVisible();
  };
  await report();
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  await expect(rows(page).getByText('Ouvert')).toHaveCount(4);

  // Another day's page, or another window, has it too.
  await page.reload();
  const newest = page.getByRole('region', { name: 'Dernière action groupée' });
  await expect(newest).toContainText('Terminé : 4 contacts sur 4.');
  await newest.getByRole('button', { name: 'Afficher le rapport' }).click();
  await report();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Rapport (CSV)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('acces-envoyes.csv');
  expect(
    readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n')
  ).toHaveLength(5);
});

test('the table stays within a screen of 1280 pixels, however long its values are', async ({ page }) => {
  const administrator = await administratorOf(page.request);
  const number = '+420 777 123 456 78';
  await administrator.send('POST', pathTo('CreateContact'), {
    lastName: 'TABLE-ÉTROITE DE LA MONTAGNE',
    firstName: 'Marie-Antoinette Joséphine',
    email: 'marie-antoinette.table-etroite@entreprise-au-nom-long.example',
    phone: number,
    directLine: number,
    mobile: number,
    company: { name: 'Une entreprise au nom vraiment long' },
  });
  await page.setViewportSize({ width: 1280, height: 800 });
  await logInToPanel(page);
  await openContacts(page, '?_q=TABLE-ÉTROITE');
  const remove = await page.getByRole('button', { name: /^Supprimer / }).boundingBox();
  expect((remove?.x ?? 0) + (remove?.width ?? 0)).toBeGreaterThan(0);
  expect((remove?.x ?? 0) + (remove?.width ?? 0)).toBeLessThan(1280);
  const sideways = await page
    .getByRole('grid')
    .evaluate((table) => table.parentElement && table.parentElement.scrollWidth - table.parentElement.clientWidth);
  expect(sideways).toBe(0);
  const email = page.getByText('marie-antoinette.table-etroite@');
  expect(await email.evaluate((text) => text.scrollWidth - text.clientWidth)).toBeLessThanOrEqual(0);
  const oneLine = await page.getByRole('button', { name: /^Accès invité d[e’]/ }).boundingBox();
  for (const dialled of await page.locator('tbody a[href^="tel:"]').all())
    expect((await dialled.boundingBox())?.height).toBeLessThan(oneLine?.height ?? 0);
});

test('an editor of keys alone is offered what they may do with a selection, and nothing else', async ({ page }) => {
  const administrator = await administratorOf(page.request);
  await makeContact(administrator, { lastName: 'CLÉS SEULES' });
  const account = await makeAccount(administrator, ['contacts.read', 'access.read', 'keys.send']);
  await logInToPanel(page, account);
  await openContacts(page, '?_q=CLÉS SEULES');
  await page.getByRole('checkbox', { name: 'Sélectionner tous les contacts de la page' }).click();
  await page.getByRole('button', { name: 'Créer un accès invité' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: 'Envoyer sa clé à chaque contact de la sélection' })).toBeChecked();
  await expect(dialog.getByRole('checkbox')).toHaveCount(0);
  await expect(dialog.getByRole('listbox')).toHaveCount(0);
  await expect(dialog.getByRole('radio')).toHaveCount(2);
});

test('on a screen of 390 pixels each contact is a card, and nothing stands outside', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await logInToPanel(page);
  await openContacts(page);
  const sideways = await page
    .getByRole('grid')
    .evaluate((table) => table.parentElement && table.parentElement.scrollWidth - table.parentElement.clientWidth);
  expect(sideways).toBe(0);
  await page
    .getByRole('checkbox', { name: /^Sélectionner / })
    .nth(1)
    .click();
  await expect(page.getByRole('button', { name: 'Créer un accès invité' })).toBeEnabled();
});

test('an editor sees no button they may not use, and every field of the dialog is closed to them', async ({ page }) => {
  const administrator = await administratorOf(page.request);
  const account = await makeAccount(administrator, ['contacts.read', 'access.read']);

  await logInToPanel(page, account);
  await openContacts(page);
  await expect(page.getByRole('button', { name: 'Contact', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^(Modifier|Supprimer) / })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Créer un accès invité' })).toHaveCount(0);
  await page
    .getByRole('button', { name: /^Accès invité d[e’]/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listbox').first()).toHaveAttribute('aria-disabled', 'true');
  await expect(
    dialog.getByRole('button', { name: /Sauvegarder|Obtenir|Régénérer|Envoyer|Révoquer|Supprimer/ })
  ).toHaveCount(0);
});

test('what the list shows is had as a file, for a spreadsheet and for an address book', async ({ page }) => {
  await logInToPanel(page);
  const administrator = await administratorOf(page.request);
  const name = `EXPORT${Date.now()}`;
  for (const lastName of [`${name} A`, `${name} B`]) await makeContact(administrator, { lastName });
  await openContacts(page, `?_q=${name}`);
  const fetched = async (format: string): Promise<[string, string]> => {
    await page.getByRole('button', { name: 'Exporter' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: format }).click(),
    ]);
    return [file.suggestedFilename(), readFileSync(await file.path(), 'utf8')];
  };
  const [table, text] = await fetched('Tableur (CSV)');
  expect(table).toBe('contacts.csv');
  expect(text).toMatch(/^\uFEFFNom;Prénom;Entreprise;/);
  const [cards, card] = await fetched('Carnet d’adresses (vCard)');
  expect([cards, card.split('BEGIN:VCARD').length]).toEqual(['contacts.vcf', text.trim().split('\r\n').length]);
});

test('switched off, contacts leave the menu and guests leave the tables', async ({ page }) => {
  const administrator = await administratorOf(page.request);
  const { settings } = (await administrator.get(pathTo('GetSettings'))).data;
  const switchTo = (switches: object) =>
    administrator.send('PUT', pathTo('SaveSettings'), { ...settings, ...switches });
  try {
    await switchTo({ guests: false });
    await logInToPanel(page);
    await openContacts(page);
    await expect(page.getByRole('columnheader', { name: 'Accès invité' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^(Invités|Liens d’invitation)$/ })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Créer un accès invité' })).toHaveCount(0);

    // Who opens the portal meanwhile reads that it is closed, by a link too.
    for (const path of ['', '/login', '/key', '/password']) {
      await page.goto(`${site.url}/guest${path}`);
      await expect(page.getByRole('heading', { name: 'L’accès invité est fermé pour le moment' })).toBeVisible();
    }
    await switchTo({});
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await expect(page.getByRole('heading', { name: 'L’accès invité est fermé pour le moment' })).toHaveCount(0);

    await switchTo({ guests: false, contacts: false });
    await page.goto(contacts);
    await expect(page.getByText(/permission/i).first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Accès invité' })).toHaveCount(0);
  } finally {
    await switchTo({});
  }
});

test('Escape closes the list first, then the window after a question; Tab goes on out of an open list', async ({
  page,
}) => {
  await logInToPanel(page);
  await openContacts(page);
  await page.getByRole('button', { name: 'Contact', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const company = dialog.getByRole('combobox', { name: 'Entreprise' });
  const list = page.getByRole('listbox');
  await company.pressSequentially('Maison');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(company).toHaveValue('Maison');

  await company.press('ArrowDown');
  await expect(list).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(list).toBeHidden();
  await expect(company).not.toBeFocused();

  await company.focus();
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog');
  // Whoever presses has seen where the focus is; before, the key is still the window's below.
  await expect(question.locator(':focus')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(dialog).toBeVisible();
  await expect(company).toHaveValue('Maison');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Quitter sans sauvegarder' }).click();
  await expect(dialog).toBeHidden();

  const menu = page.getByRole('menu');
  await page.goto(`${site.url}/admin/plugins/guest-access/guests`);
  await page
    .getByRole('button', { name: /^Autres actions/ })
    .first()
    .click();
  await expect(menu).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
});
