import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeContact, type Administrator } from './administrator';
import { excessWidth, keepSettings, portal, violations } from './guests';

keepSettings();
let administrator: Administrator;
test.beforeEach(async ({ request }) => {
  administrator = await administratorOf(request);
  const { settings } = (await administrator.get(pathTo('GetSettings'))).data;
  if (settings.accessTypes.some(({ key }: { key: string }) => key === 'readings')) return;
  const readings = {
    key: 'readings',
    labels: { fr: 'Relevés', en: 'Readings', cs: 'Odečty' },
    contentType: 'api::reading.reading',
    actions: ['find', 'findOne', 'create', 'update'],
    readFields: null,
    writeFields: null,
    drafts: false,
    rule: { kind: 'resource', path: 'project', resourceType: 'api::project.project' },
  };
  await administrator.send('PUT', pathTo('SaveSettings'), {
    ...settings,
    accessTypes: [...settings.accessTypes, readings],
  });
});

let made = 0;
const uniqueName = (name: string) => `${name} ${Date.now() % 100_000}${(made += 1)}`;

const makeProject = async (name: string): Promise<string> => {
  const path = '/content-manager/collection-types/api::project.project';
  const body = { code: uniqueName('P').slice(0, 20), name };
  return (await administrator.send('POST', path, body)).data.documentId;
};

/** A guest who may read and write readings of new projects of these names; in, and at the form of a new reading. */
const startReading = async (page: Page, language: 'fr' | 'en', names: readonly string[]) => {
  const documentIds: string[] = [];
  for (const name of names) documentIds.push(await makeProject(name));
  const contactId = await makeContact(administrator, { lastName: uniqueName('Relève') });
  const { version } = (
    await administrator.send('PUT', pathTo('SaveContactAccess', { contactId }), {
      version: 0,
      closed: false,
      resources: [{ contentType: 'api::project.project', documentIds }],
      accessTypes: ['readings', 'tags'],
    })
  ).data;
  const { link } = (await administrator.send('POST', pathTo('IssueKey', { contactId }), { version })).data;
  await page.addInitScript((chosen) => window.localStorage.setItem('guest-portal:language', chosen), language);
  await page.goto(`${portal}/key${link.slice(link.indexOf('#'))}`);
  await page.getByRole('main').getByRole('button').click();
  await expect(page.getByRole('heading', { name: language === 'fr' ? 'Mes accès' : 'My access' })).toBeVisible();
  await page.goto(`${portal}/readings/new`);
  await expect(field(page, 'label')).toBeVisible();
};

const field = (page: Page, name: string) => page.locator(`form.row-form [name="${name}"]`);
const save = (page: Page) => page.locator('button[type=submit]').click();
/** What stands below a field. */
const fault = (page: Page, name: string) =>
  page
    .locator('form.row-form .field')
    .filter({ has: page.locator(`[name="${name}"]`) })
    .locator('.field-error');
const shown = (page: Page, label: RegExp) =>
  page
    .locator('dl.details > div')
    .filter({ has: page.locator('dt', { hasText: label }) })
    .locator('dd');
const stored = async (page: Page) => {
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const { data } = await administrator.get(`/content-manager/collection-types/api::reading.reading/${id}`);
  return data;
};

test('an English reader types numbers as they are shown, and none of them shrinks', async ({ page }) => {
  await startReading(page, 'en', [uniqueName('Alpha')]);
  await field(page, 'label').fill('Counter');
  await field(page, 'project').fill('alpha');
  await field(page, 'count').fill('12,345');
  await field(page, 'price').fill('1,234.5');
  await field(page, 'ratio').fill('12,34');
  await field(page, 'serial').fill('9007199254740993');
  await save(page);
  await expect(fault(page, 'ratio')).toHaveText('This is not a number. Write it like 12,345.67.');
  await expect(fault(page, 'serial')).toHaveText('At most 9,007,199,254,740,991.');
  await expect(field(page, 'count')).toHaveValue('12,345');
  expect(await violations(page)).toEqual([]);

  await field(page, 'ratio').fill('12.34');
  await field(page, 'serial').fill('9,007,199,254,740,991');
  await save(page);
  await expect(shown(page, /^Count$/)).toHaveText('12,345');
  await expect(shown(page, /^Serial$/)).toHaveText('9,007,199,254,740,991');
  expect(await stored(page)).toMatchObject({ count: 12345, price: 1234.5, ratio: 12.34, serial: '9007199254740991' });

  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(field(page, 'count')).toHaveValue('12345');
  await field(page, 'count').fill((await field(page, 'count').inputValue()).replace('12345', '12,346'));
  await field(page, 'price').fill('12345678901');
  await field(page, 'count').fill('12345678901');
  await save(page);
  await expect(fault(page, 'count')).toHaveText('At most 2,147,483,647.');
  await field(page, 'count').fill('12,346');
  await field(page, 'price').fill('2');
  await save(page);
  await expect(shown(page, /^Count$/)).toHaveText('12,346');
  expect(await stored(page)).toMatchObject({ count: 12346, price: 2 });
});

test('a French reader is told how to write what could be two numbers, and may change the language while typing', async ({
  page,
}) => {
  await startReading(page, 'fr', [uniqueName('Alpha')]);
  await field(page, 'label').fill('Compteur');
  await field(page, 'project').fill('Alpha');
  await field(page, 'ratio').fill('12.345');
  await field(page, 'count').fill('1,5');
  await save(page);
  await expect(fault(page, 'ratio')).toHaveText('« 12.345 » peut se lire de deux façons. Écrivez 12345 ou 12,345.');
  await expect(fault(page, 'count')).toHaveText('Écrivez un nombre entier.');

  await field(page, 'ratio').fill('12,345');
  await field(page, 'count').fill('12 345');
  await page.getByRole('banner').getByRole('button').click();
  await page.getByRole('banner').getByRole('combobox').selectOption('en');
  await expect(field(page, 'ratio')).toHaveValue('12.345');
  await expect(field(page, 'count')).toHaveValue('12345');
  await save(page);
  await expect(shown(page, /^Ratio$/)).toHaveText('12.345');
  expect(await stored(page)).toMatchObject({ ratio: 12.345, count: 12345 });
});

test('the time zone of the profile decides what is read and typed', async ({ page }) => {
  await startReading(page, 'fr', [uniqueName('Alpha')]);
  await page.goto(`${portal}/profile`);
  await page.getByLabel('Fuseau horaire').selectOption('America/New_York');
  await page.getByRole('button', { name: 'Enregistrer' }).first().click();
  await expect(page.getByText('Enregistré.').first()).toBeVisible();

  await page.goto(`${portal}/readings/new`);
  await field(page, 'label').fill('Compteur');
  await field(page, 'project').fill('Alpha');
  await expect(page.getByText('Heure de New York')).toBeVisible();
  // There is no such time on the night when the clocks go forward.
  await field(page, 'measuredAt').fill('2026-03-08T02:30');
  await save(page);
  await expect(fault(page, 'measuredAt')).toContainText('Cette heure n’existe pas ce jour-là');
  await field(page, 'measuredAt').fill('2026-07-01T21:00');
  await save(page);
  await expect(shown(page, /^Measured at$/)).toHaveText('1 juil. 2026, 21:00');
  await expect(shown(page, /^Measured on$/)).toHaveText('15 janv. 2026');
  expect(await stored(page)).toMatchObject({ measuredAt: '2026-07-02T01:00:00.000Z', measuredOn: '2026-01-15' });

  await page.getByRole('button', { name: 'Modifier' }).click();
  await expect(field(page, 'measuredAt')).toHaveValue('2026-07-01T21:00');
});

test('the site’s time zone stands in where the profile has none', async ({ page }) => {
  const { settings } = (await administrator.get(pathTo('GetSettings'))).data;
  await administrator.send('PUT', pathTo('SaveSettings'), { ...settings, timeZone: 'Asia/Tokyo' });
  await startReading(page, 'en', [uniqueName('Alpha')]);
  await field(page, 'label').fill('Counter');
  await field(page, 'project').fill('Alpha');
  await expect(page.getByText('Time in Tokyo')).toBeVisible();
  await field(page, 'measuredAt').fill('2026-07-01T09:00');
  await save(page);
  await expect(shown(page, /^Measured at$/)).toHaveText(/Jul 1, 2026, 9:00.AM/);
  expect(await stored(page)).toMatchObject({ measuredAt: '2026-07-01T00:00:00.000Z' });
  await administrator.send('PUT', pathTo('SaveSettings'), settings);
});

test('the schema’s defaults stand in a new form, and an answer that nobody gave can become no', async ({ page }) => {
  await startReading(page, 'fr', [uniqueName('Alpha')]);
  await expect(field(page, 'state')).toHaveValue('planned');
  await expect(field(page, 'urgent')).toBeChecked();
  await expect(field(page, 'measuredOn')).toHaveValue('2026-01-15');
  await expect(field(page, 'floor')).toHaveValue('0');
  await expect(field(page, 'agreed').locator('option:checked')).toHaveText('Non renseigné');
  await field(page, 'label').fill('Compteur');
  await field(page, 'project').fill('Alpha');
  await field(page, 'measuredOn').fill('');
  await save(page);
  await expect(shown(page, /^Agreed$/)).toHaveText('Non renseigné');
  expect(await stored(page)).toMatchObject({
    state: 'planned',
    urgent: true,
    floor: 0,
    measuredOn: null,
    agreed: null,
  });

  await page.getByRole('button', { name: 'Modifier' }).click();
  await field(page, 'agreed').selectOption('Non');
  await save(page);
  await expect(shown(page, /^Agreed$/)).toHaveText('Non');
  expect(await stored(page)).toMatchObject({ agreed: false });
});

test('what is wrong with a field is said at it, before anything is sent and after', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await startReading(page, 'fr', [uniqueName('Alpha')]);
  await field(page, 'label').fill('ab');
  await field(page, 'code').fill('abc');
  await field(page, 'notes').fill('x'.repeat(121));
  await field(page, 'floor').fill('41');
  await field(page, 'contactEmail').fill('zoe');
  await save(page);
  await expect(fault(page, 'label')).toHaveText('Au moins 3 caractères.');
  await expect(fault(page, 'code')).toHaveText('Ce texte n’a pas la forme attendue.');
  await expect(fault(page, 'notes')).toHaveText('Au plus 120 caractères.');
  await expect(fault(page, 'floor')).toHaveText('Au plus 40.');
  await expect(fault(page, 'contactEmail')).toHaveText('Il manque le signe @, comme dans nom@exemple.fr.');
  await expect(fault(page, 'project')).toContainText('c’est par là que cet élément est partagé avec vous');
  await expect(field(page, 'label')).toBeFocused();
  expect(await excessWidth(page)).toBe(0);
  expect(await violations(page)).toEqual([]);

  const code = `ABC-${10 + Math.floor(Math.random() * 90)}`;
  const corrected = {
    label: 'Premier',
    code,
    notes: '',
    floor: '40',
    contactEmail: 'zoe@exemple.fr',
    project: 'Alpha',
  };
  for (const [name, text] of Object.entries(corrected)) await field(page, name).fill(text);
  await expect(fault(page, 'notes')).toHaveCount(0);
  await save(page);
  await expect(page.getByText('Ajouté.').first()).toBeVisible();

  await page.goto(`${portal}/readings/new`);
  for (const [name, text] of Object.entries({ label: 'Second', code, project: 'Alpha' })) {
    await field(page, name).fill(text);
  }
  await save(page);
  await expect(fault(page, 'code')).toHaveText('Cette valeur est déjà prise par un autre élément.');
  await expect(field(page, 'label')).toHaveValue('Second');
});

test('words in a relation field choose the one row that they mean, or are told to mean none or several', async ({
  page,
}) => {
  const [one, other] = [uniqueName('Quai nord'), uniqueName('Quai sud')];
  await startReading(page, 'fr', [one, other]);
  const project = field(page, 'project');
  await expect(page.getByText('C’est par là que cet élément est partagé avec vous.')).toBeVisible();
  await field(page, 'label').fill('Compteur');

  await project.fill('quai');
  await project.blur();
  await expect(fault(page, 'project')).toContainText('Plusieurs éléments correspondent à « quai »');
  await save(page);
  await expect(project).toBeFocused();
  await project.fill('gare');
  await save(page);
  await expect(fault(page, 'project')).toContainText('Rien ne correspond à « gare »');

  // Left without choosing: the only one is chosen.
  await project.fill('quai nord');
  await project.press('Tab');
  await expect(page.getByRole('button', { name: /^Retirer .*Quai nord/ })).toBeVisible();
  await expect(project).toHaveValue('');
  await expect(fault(page, 'project')).toHaveCount(0);
  // Saved by the keyboard while the words still stand there.
  await page.getByRole('button', { name: /^Retirer/ }).click();
  await project.fill('quai sud');
  await page.locator('form.row-form').evaluate((form: HTMLFormElement) => form.requestSubmit());
  await expect(page.getByText('Ajouté.').first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Quai sud');
});
