import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeAccount, makeContact } from './administrator';
import { violationsIn } from './axe';
import { logInToPanel, site } from './support';

const plugin = `${site.url}/admin/plugins/guest-access`;
const word = () => `IMPORT${Date.now()}`;

const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true });
const goOn = (page: Page) => button(page, 'Continuer');
const check = (page: Page) => button(page, 'Passer à la vérification');
const rowOf = (page: Page, name: string) => page.getByRole('table').getByRole('row').filter({ hasText: name });
const isAccessible = async (page: Page) => expect(await violationsIn(page, 'main')).toEqual([]);

/** A file as a spreadsheet of Western Europe saves it. */
const tableOf = (rows: readonly (readonly string[])[], name = 'carnet.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(rows.map((row) => `${row.join(';')}\r\n`).join(''), 'latin1'),
});
type FileOfTest = ReturnType<typeof tableOf>;

const chooseFile = (page: Page, file: FileOfTest) => page.locator('input[type=file]').setInputFiles(file);

/** Begins an import as far as its rows. */
const checkFile = async (page: Page, file: FileOfTest) => {
  await page.goto(`${plugin}/imports/new`);
  await chooseFile(page, file);
  await check(page).click();
  await expect(goOn(page)).toBeVisible();
};

/** Pastes into the field that has the focus, as from a spreadsheet. */
const paste = (page: Page, text: string) =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

const contactsOf = async (page: Page, q: string): Promise<{ lastName: string; firstName: string | null }[]> =>
  (await (await administratorOf(page.request)).get(`${pathTo('ListContacts')}?q=${encodeURIComponent(q)}`)).data
    .contacts;

const choose = async (page: Page, box: string, option: string) => {
  await page.getByRole('combobox', { name: box }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

test('a file with faults is corrected, two of its people become guests, and all of it is taken back', async ({
  page,
}) => {
  const name = word();
  await logInToPanel(page);
  await page.goto(plugin);
  await page.getByRole('link', { name: 'Importer', exact: true }).click();
  await isAccessible(page);
  await chooseFile(
    page,
    tableOf([
      ['Nom', 'Prénom', 'E-mail', 'Société'],
      [`${name} Kermarrec`, 'Zoé', `zoe.${name}@exemple.example`, 'Maison Premium'],
      ['', 'Élodie', `elodie.${name}@exemple.example`, ''],
      [`${name} Kermarrec`, 'Zoë', `zoe.${name}@exemple.example`, ''],
      [`${name} Lefèvre`, 'François', 'pas une adresse', ''],
    ])
  );

  // The encoding is guessed; another one is read at once.
  const encoding = page.getByRole('combobox', { name: 'Encodage' });
  const example = page.getByRole('table', { name: 'Premières lignes du fichier' });
  await expect(encoding).toContainText('Windows-1252');
  await expect(example).toContainText('Zoé');
  await choose(page, 'Encodage', 'Europe de l’Ouest (ancien Mac)');
  await expect(example).toContainText('ZoÈ');
  await choose(page, 'Encodage', 'Europe de l’Ouest (Windows-1252)');
  await expect(example).toContainText('Zoé');
  await choose(page, 'Contenu : Nom', 'Ne pas prendre');
  await expect(page.getByText('Aucune colonne ne donne le nom.')).toBeVisible();
  await expect(check(page)).toBeDisabled();
  await choose(page, 'Contenu : Nom', 'Nom');
  await isAccessible(page);
  await check(page).click();

  await expect(button(page, 'Sans nom 1')).toBeVisible();
  await isAccessible(page);
  await expect(rowOf(page, 'Zoë')).toContainText('Déjà là, même adresse : ligne 2 de ce fichier');
  await button(page, 'Sans nom 1').click();
  await expect(rowOf(page, 'Zoë')).toHaveCount(0);
  await expect(page).toHaveURL(/show=incomplete/);
  await button(page, 'Corriger : Élodie').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Le nom est nécessaire.')).toBeVisible();
  await dialog.getByLabel('Nom', { exact: false }).first().fill(`${name} Dupré`);
  await button(dialog, 'Sauvegarder').click();
  await expect(page.getByText('Aucune ligne n’est dans ce cas.')).toBeVisible();
  await button(page, 'Effacer les filtres').click();

  // One by one, and several together.
  await page.getByRole('checkbox', { name: `Invité : ${name} Lefèvre François` }).click();
  await page.getByRole('checkbox', { name: `${name} Kermarrec Zoé`, exact: true }).click();
  await expect(page.getByText('1 ligne sélectionnée')).toBeVisible();
  await button(page, 'Invité').click();
  await expect(page.getByText('invités : 2')).toBeVisible();
  await button(page, `Comparer : ${name} Kermarrec Zoë`).click();
  await dialog.getByRole('radiogroup', { name: 'Prénom' }).getByRole('radio', { name: 'Zoë' }).click();
  await button(dialog, 'Fusionner').click();
  await expect(dialog).toBeHidden();
  expect(await contactsOf(page, name)).toEqual([]);
  await goOn(page).click();

  await expect(page.getByText('1 futur invité n’a pas d’adresse e-mail')).toBeVisible();
  await page.getByRole('listbox', { name: 'Projets : disponibles' }).getByRole('option').first().dblclick();
  await isAccessible(page);
  await goOn(page).click();
  for (const line of ['3 contacts sont ajoutés', '1 devient un invité et reçoit une invitation par e-mail'])
    await expect(page.getByText(line)).toBeVisible();
  await isAccessible(page);
  await button(page, 'Appliquer').click();

  await expect(page.getByText('3 contacts ajoutés')).toBeVisible();
  await expect(rowOf(page, 'Lefèvre')).toContainText('Sans adresse e-mail');
  await expect(rowOf(page, `Zoé`)).toContainText('Invité créé');
  await isAccessible(page);
  expect((await contactsOf(page, name)).map(({ firstName }) => firstName).sort()).toEqual([
    'François',
    'Zoë',
    'Élodie',
  ]);
  const [report] = await Promise.all([page.waitForEvent('download'), button(page, 'Télécharger le rapport').click()]);
  expect(report.suggestedFilename()).toBe('rapport-import.csv');
  expect(
    readFileSync(await report.path(), 'utf8')
      .trim()
      .split('\r\n')
  ).toHaveLength(5);

  await button(page, 'Annuler cet import').click();
  await button(page.getByRole('alertdialog'), 'Annuler l’import').click();
  await expect(page.getByText('Import annulé')).toBeVisible();
  await expect(rowOf(page, 'Lefèvre')).toContainText('Annulé');
  expect(await contactsOf(page, name)).toEqual([]);
  await isAccessible(page);
});

test('people are pasted from a spreadsheet into the grid, and one who is there is compared', async ({ page }) => {
  const name = word();
  const administrator = await administratorOf(page.request);
  await makeContact(administrator, { lastName: `${name} Noa`, email: `noa.${name}@exemple.example` });
  await logInToPanel(page);
  await page.goto(`${plugin}/imports/new`);
  await page.getByRole('radio', { name: 'Manuellement' }).click();
  await isAccessible(page);
  const cell = (field: string, row: number) =>
    page.getByRole('textbox', { name: `${field}, ligne ${row}`, exact: true });

  await cell('Nom', 1).fill(`${name} Kern`);
  await cell('Nom', 1).press('Tab');
  await expect(cell('Prénom', 1)).toBeFocused();
  await page.keyboard.type('Zoé');
  await page.keyboard.press('Enter');
  await expect(cell('Prénom', 2)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(cell('Nom', 2)).toBeFocused();
  const pasted = [`${name} Noa\tArthur\tnoa.${name}@exemple.example\t"Maison\n""Premium"""`];
  for (let number = 3; number <= 12; number += 1) pasted.push(`${name} Ligne ${number}`);
  await paste(page, `${pasted.join('\r\n')}\r\n`);
  await expect(cell('Entreprise', 2)).toHaveValue('Maison "Premium"');
  await expect(cell('Nom', 12)).toHaveValue(`${name} Ligne 12`);
  await expect(page.getByText('12 lignes remplies')).toBeVisible();
  await check(page).click();

  await button(page, 'Déjà là par l’adresse 1').click();
  await expect(rowOf(page, 'Kern')).toHaveCount(0);
  await expect(rowOf(page, 'Noa')).toContainText(`Déjà là, même adresse : ${name} Noa Test`);
  await button(page, `Comparer : ${name} Noa Arthur`).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Entreprise : Maison "Premium"')).toBeVisible();
  await dialog.getByRole('radiogroup', { name: 'Prénom' }).getByRole('radio', { name: 'Arthur' }).click();
  await button(dialog, 'Fusionner').click();
  await expect(dialog).toBeHidden();
  await expect(button(page, 'Lire le fichier autrement')).toHaveCount(0);
  await goOn(page).click();
  await expect(page.getByText('11 contacts sont ajoutés')).toBeVisible();
  await button(page, 'Appliquer').click();
  await expect(page.getByText('1 contact complété')).toBeVisible();
  const found = await contactsOf(page, `${name} Noa`);
  expect(found.map(({ firstName }) => firstName)).toEqual(['Arthur']);
});

test('a reload in the middle loses nothing that was decided, and a file that broke off goes on', async ({ page }) => {
  const name = word();
  const file = tableOf([['Nom', 'Prénom'], ...[1, 2, 3].map((number) => [`${name} ${number}`, 'Zoé'])], `${name}.csv`);
  await logInToPanel(page);
  // The connection is gone as the file is sent.
  await page.route('**/imports/*/pieces', (route) => route.abort());
  await page.goto(`${plugin}/imports/new`);
  await chooseFile(page, file);
  await check(page).click();
  await expect(page.getByText('Envoi du fichier')).toBeVisible();
  await page.waitForURL(/imports\/[a-z0-9]{24}/);
  await page.reload();
  await expect(page.getByText(`L’envoi de « ${name}.csv » s’est interrompu`, { exact: false })).toBeVisible();
  await isAccessible(page);
  await chooseFile(page, tableOf([['Nom'], ['Autre']]));
  await expect(page.getByText('Ce n’est pas le même fichier')).toBeVisible();
  await page.unroute('**/imports/*/pieces');
  await chooseFile(page, file);
  await check(page).click();
  await expect(goOn(page)).toBeVisible();

  // Read differently, its rows are others; nobody has to choose the file again that the browser still holds.
  await button(page, 'Lire le fichier autrement').click();
  await choose(page, 'Titres des colonnes', 'Le fichier n’en a pas');
  await choose(page, 'Contenu : Colonne 1', 'Nom');
  await choose(page, 'Contenu : Colonne 2', 'Prénom');
  await check(page).click();
  await expect(rowOf(page, 'Ligne 1')).toContainText('Prénom');
  await button(page, 'Lire le fichier autrement').click();
  await choose(page, 'Titres des colonnes', 'Sur la première ligne');
  await check(page).click();
  await expect(rowOf(page, `${name} 1`)).toContainText('Ligne 2');

  await choose(page, `Décision : ${name} 2 Zoé`, 'Laisser de côté');
  await expect(button(page, 'Laissées de côté 1')).toBeVisible();
  await button(page, 'Laissées de côté 1').click();
  await page.reload();
  await expect(rowOf(page, `${name} 2`)).toBeVisible();
  await expect(rowOf(page, `${name} 1`)).toHaveCount(0);
  await goOn(page).click();
  await expect(page.getByText('2 contacts sont ajoutés')).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 ligne est laissée de côté')).toBeVisible();
  await page.goBack();
  await expect(rowOf(page, `${name} 2`)).toBeVisible();

  // In the list of imports it stands as it is, and is forgotten from there.
  await page.getByRole('link', { name: 'Imports', exact: true }).click();
  await isAccessible(page);
  await expect(rowOf(page, `${name}.csv`)).toContainText('À décider');
  await button(page, `Supprimer l’import : ${name}.csv`).click();
  await button(page.getByRole('alertdialog'), 'Supprimer l’import').click();
  await expect(rowOf(page, `${name}.csv`)).toHaveCount(0);
});

test('who may only create contacts is offered neither guests nor merging', async ({ page }) => {
  const administrator = await administratorOf(page.request);
  const name = word();
  await makeContact(administrator, { lastName: name, email: `${name}@exemple.example` });
  await logInToPanel(page, await makeAccount(administrator, ['contacts.read', 'contacts.create']));
  await checkFile(
    page,
    tableOf([
      ['Nom', 'E-mail'],
      [name, `${name}@exemple.example`],
    ])
  );
  await expect(rowOf(page, name)).toContainText('Déjà là');
  await expect(page.getByText('Invité', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^(Fusionner|Comparer)/ })).toHaveCount(0);
});

test('who may not create contacts is offered no import, and finds none by its address', async ({ page }) => {
  const administrator = await administratorOf(page.request);
  await logInToPanel(page, await makeAccount(administrator, ['contacts.read', 'guests.read']));
  await page.goto(plugin);
  await expect(page.getByRole('heading', { name: 'Contacts' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Import/ })).toHaveCount(0);
  await page.goto(`${plugin}/imports/new`);
  await expect(page.getByText(/permission/i).first()).toBeVisible();
});

test('a file that is none is told so in plain words', async ({ page }) => {
  await logInToPanel(page);
  await page.goto(`${plugin}/imports/new`);
  const workbook = Buffer.from([0x50, 0x4b, 0x03, 0x04, ...Array.from({ length: 200 }, (_none, index) => index % 32)]);
  await chooseFile(page, { name: 'classeur.xlsx', mimeType: 'application/vnd.ms-excel', buffer: workbook });
  await expect(page.getByText('c’est peut-être un classeur Excel')).toBeVisible();
  await button(page, 'Choisir une autre source').click();
  await expect(page.getByRole('radio', { name: 'Google' })).toBeVisible();
});
