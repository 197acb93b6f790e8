import { expect, test, type Page } from '@playwright/test';
import { excessWidth, portal, violations } from './guests';
import { site } from './support';

const guestWith = (...accessTypes: string[]) => {
  const guest = site.guests.find((each) => accessTypes.every((type) => each.accessTypes.includes(type)));
  if (guest === undefined) throw new Error(`No demo guest has ${accessTypes.join(', ')}`);
  return guest;
};

/** Opens a guest's link and presses the button. */
const enter = async (page: Page, ...accessTypes: string[]) => {
  const guest = guestWith(...accessTypes);
  await page.goto(`${portal}/key#${guest.key}`);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.getByRole('heading', { name: 'Mes accès' })).toBeVisible();
  return guest;
};

test('a link lets nobody in before the button is pressed, and its key leaves the address', async ({ page }) => {
  const posts: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
  const { key } = guestWith('tasks');

  await page.goto(`${portal}/key#${key}`);
  const button = page.getByRole('button', { name: 'Entrer' });
  await expect(button).toBeVisible();
  expect(page.url()).toBe(`${portal}/key`);
  expect(posts).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);

  await button.click();
  await expect(page.getByRole('heading', { name: 'Mes accès' })).toBeVisible();
  expect(
    await page.evaluate(() => document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage }))
  ).not.toMatch(/gak_|gst_/);
});

for (const [what, key] of [
  ['unknown', `gak_${'0'.repeat(36)}`],
  ['cut off', 'gak_123'],
] as const) {
  test(`a link with a key that is ${what} says what to do, and not why`, async ({ page }) => {
    await page.goto(`${portal}/key#${key}`);
    const button = page.getByRole('button', { name: 'Entrer' });
    const refused = page.getByRole('heading', { name: 'Ce lien ne permet pas d’entrer' });
    await expect(button.or(refused)).toBeVisible();
    if (await button.isVisible()) await button.click();
    await expect(refused).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Demandez un nouveau lien');
  });
}

test('a guest sees the tasks of their projects and of no other', async ({ page }) => {
  const { projects } = await enter(page, 'tasks');
  await page.goto(`${portal}/projects`);
  const names = page.getByRole('rowheader');
  await expect(names).toHaveCount(projects.length);
  const mine = await names.allTextContents();

  await page.goto(`${portal}/tasks`);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  const column = (await page.getByRole('columnheader').allTextContents()).findIndex(
    (name) => name.startsWith('Project') || name.startsWith('Projet')
  );
  const shown = await page.locator(`tbody tr > :nth-child(${column + 1})`).allTextContents();
  expect(shown.length).toBeGreaterThan(0);
  for (const project of shown) expect(mine).toContain(project);
});

test('a guest finds a row, changes it, and sees it changed', async ({ page }) => {
  await enter(page, 'tasks');
  await page.goto(`${portal}/tasks`);
  const first = page.getByRole('rowheader').getByRole('link').first();
  const name = await first.innerText();

  await page.getByRole('searchbox').fill(name);
  await expect(page).toHaveURL(/[?&]q=/);
  await first.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();

  await page.getByRole('button', { name: 'Modifier' }).click();
  const comment = `Vu avec le client <b>${Date.now()}</b>`;
  await page.locator('textarea[name=comment]').fill(comment);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Enregistré.').first()).toBeVisible();
  await expect(page.getByText(comment)).toBeVisible();

  await page.reload();
  await expect(page.getByText(comment)).toBeVisible();
});

test('a guest narrows a list to one value, and the address keeps it', async ({ page }) => {
  await enter(page, 'tasks');
  await page.goto(`${portal}/tasks`);
  const rows = page.getByRole('rowheader');
  await expect(rows.first()).toBeVisible();
  const column = (await page.getByRole('columnheader').allTextContents()).findIndex((name) =>
    /^(State|État)/.test(name)
  );
  const filter = page.getByRole('combobox', { name: /^(State|État)/ });
  const states = page.locator(`tbody tr > :nth-child(${column + 1})`);
  const all = await states.count();
  const wanted = (await states.first().innerText()).trim();
  await filter.selectOption({ label: wanted });
  await expect(page).toHaveURL(/[?&]only\.state=/);
  await expect(async () => expect(new Set(await states.allInnerTexts())).toEqual(new Set([wanted]))).toPass();
  expect(await states.count()).toBeLessThanOrEqual(all);
  expect(await violations(page)).toEqual([]);

  await page.reload();
  await expect(filter.locator('option:checked')).toHaveText(wanted);
  await page.getByRole('searchbox').fill('qui-n-existe-pas');
  await expect(page.getByText('Aucun résultat').first()).toBeVisible();
  await filter.selectOption('');
  await expect(page).not.toHaveURL(/only\./);
});

test('two guests who change one row at once: the second is told, and keeps what they typed', async ({
  page,
  context,
}) => {
  await enter(page, 'tasks');
  await page.goto(`${portal}/tasks`);
  await page.getByRole('rowheader').getByRole('link').nth(1).click();
  await expect(page.getByRole('button', { name: 'Modifier' })).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());

  for (const [tab, text] of [
    [page, 'Le second'],
    [other, 'Le premier'],
  ] as const) {
    await tab.getByRole('button', { name: 'Modifier' }).click();
    await tab.locator('textarea[name=comment]').fill(text);
  }
  await other.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(other.getByText('Enregistré.').first()).toBeVisible();

  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert')).toContainText('Quelqu’un d’autre vient de changer cet élément');
  await expect(page.locator('textarea[name=comment]')).toHaveValue('Le second');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Enregistré.').first()).toBeVisible();
  await expect(page.getByText('Le second')).toBeVisible();
});

test('a guest chooses the language of the content, and the row opens in it', async ({ page }) => {
  await enter(page, 'documents');
  await page.goto(`${portal}/documents`);
  const first = page.getByRole('rowheader').getByRole('link').first();
  await expect(first).toBeVisible();
  const inFirstLanguage = await page.getByRole('rowheader').allTextContents();

  const language = page.getByRole('main').getByRole('combobox', { name: 'Langue du contenu' });
  await language.selectOption({ index: 1 });
  await expect(page).toHaveURL(/[?&]locale=/);
  await expect(first).not.toHaveText(inFirstLanguage[0] ?? '');
  const name = await first.innerText();
  await first.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByRole('link', { name: 'Documents' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Documents' })).toBeVisible();
  await expect(page).toHaveURL(/[?&]locale=/);
});

test('a guest writes an activity report for one of their projects, by keyboard', async ({ page }) => {
  await enter(page, 'activity-reports');
  await page.goto(`${portal}/activity-reports`);
  await page.getByRole('link', { name: 'Ajouter' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await page.locator('input[name=hours]').fill('deux');
  await page.locator('button[type=submit]').press('Enter');
  await expect(page.locator('input[name=date]')).toBeFocused();
  await expect(page.locator('input[name=hours]')).toHaveValue('deux');

  await page.locator('input[name=date]').fill('2026-11-20');
  await page.locator('input[name=hours]').fill('2,5');
  await page.locator('textarea[name=text]').fill('Réunion de chantier');
  const projects = page.getByRole('combobox', { name: /^Proje/ });
  await projects.press('ArrowDown');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await projects.press('ArrowDown');
  await projects.press('Enter');
  await expect(page.getByRole('button', { name: /^Retirer/ })).toBeVisible();
  await page.locator('button[type=submit]').press('Enter');

  await expect(page.getByText('Ajouté.').first()).toBeVisible();
  await expect(page.getByText('Réunion de chantier')).toBeVisible();
  await expect(page.getByText('2,5')).toBeVisible();
});

test('after logging out, nothing comes back', async ({ page }) => {
  await enter(page, 'tasks');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await page.getByRole('button', { name: /^Mon compte/ }).click();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByText('Vous êtes déconnecté.')).toBeVisible();
  await page.goBack();
  // Rows that are not there before the page has asked for them say nothing.
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('rowheader')).toHaveCount(0);
  await page.goto(`${portal}/tasks`);
  await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveCount(0);
});

test('a session that ends in another tab ends here, and what is typed stays', async ({ page, context }) => {
  await enter(page, 'tasks');
  await page.goto(`${portal}/tasks`);
  await page.getByRole('rowheader').getByRole('link').first().click();
  await page.getByRole('button', { name: 'Modifier' }).click();
  await page.locator('textarea[name=comment]').fill('Ce texte reste');

  await context.clearCookies();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  const ended = page.getByRole('dialog', { name: 'Votre session est terminée' });
  await expect(ended).toContainText('ce que vous avez saisi est encore là');
  await expect(page.locator('textarea[name=comment]')).toHaveValue('Ce texte reste');

  await ended.getByRole('button', { name: 'Quitter cette page' }).click();
  await expect(page.getByText('Votre session est terminée ou votre accès a été fermé.')).toBeVisible();
});

test('the language is chosen on the page and kept', async ({ page }) => {
  await enter(page, 'tasks');
  for (const [language, title] of [
    ['en', 'My access'],
    ['cs', 'Moje přístupy'],
  ] as const) {
    await page.getByRole('banner').getByRole('button').click();
    await page.getByRole('banner').getByRole('combobox').selectOption(language);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
});

test('no request leaves the site, the policy is never broken, and the page is never wider than a phone', async ({
  page,
}) => {
  const foreign: string[] = [];
  const broken: string[] = [];
  page.on('request', (request) => new URL(request.url()).origin !== site.url && foreign.push(request.url()));
  page.on('console', (message) => /Content Security Policy/i.test(message.text()) && broken.push(message.text()));
  await page.setViewportSize({ width: 360, height: 740 });

  await enter(page, 'tasks', 'activity-reports');
  for (const path of ['', '/tasks', '/activity-reports/new', '/projects', '/nothing/here']) {
    await page.goto(portal + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect([path, await excessWidth(page)]).toEqual([path, 0]);
  }
  expect(foreign).toEqual([]);
  expect(broken).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${portal}/key#${guestWith('tasks').key}`);
    await expect(page.getByRole('button', { name: 'Entrer' })).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await enter(page, 'tasks', 'activity-reports');
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await page.getByRole('rowheader').getByRole('link').first().click();
    await page.getByRole('button', { name: 'Modifier' }).click();
    await expect(page.locator('textarea[name=comment]')).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await page.goto(`${portal}/activity-reports/new`);
    await page.getByRole('combobox', { name: /^Proje/ }).click();
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
