import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf } from './administrator';
import { ofName, portal, violations } from './guests';
import { site } from './support';

/** Two guests of the demo who see tasks of one project together, with a key and a password each. */
const [alpha, beta] = site.guests.filter(({ accessTypes, login }) => accessTypes.includes('tasks') && login !== null);
if (alpha === undefined || beta === undefined) throw new Error('The demo has no two guests with tasks and a password');
type Guest = typeof alpha;

const home = (page: Page) => page.getByRole('heading', { level: 1, name: 'Mes accès' });
const menuOf = (page: Page, { name }: Guest) => page.getByRole('button', { name: `Mon compte : ${name}` });
const comment = (page: Page) => page.locator('textarea[name=comment]');
const dialog = (page: Page) => page.getByRole('dialog');
const edit = (page: Page) => page.getByRole('button', { name: 'Modifier' });
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer' });

const pressEnter = async (page: Page) => {
  await page.getByRole('button', { name: 'Entrer', exact: true }).click();
  await expect(home(page)).toBeVisible();
};

/** Opens a guest's link; who is logged in already gives way. */
const enter = async (page: Page, { key }: Guest) => {
  await page.goto(`${portal}/key#${key}`);
  const enters = page.getByRole('button', { name: 'Entrer', exact: true });
  const givesWay = page.getByRole('button', { name: 'Se déconnecter et utiliser ce lien' });
  await expect(enters.or(givesWay)).toBeVisible();
  if (await givesWay.isVisible()) await givesWay.click();
  await pressEnter(page);
};

const openTask = async (page: Page, index = 0) => {
  await page.goto(`${portal}/tasks`);
  await page.getByRole('rowheader').getByRole('link').nth(index).click();
  await expect(edit(page)).toBeVisible();
};

/** Opens a task's form and types into it. */
const type = async (page: Page, text: string, index = 0) => {
  await openTask(page, index);
  await edit(page).click();
  await comment(page).fill(text);
};

/** What is stored of the task that a page shows. */
const stored = async (page: Page): Promise<string | null> => {
  const administrator = await administratorOf(page.request);
  const documentId = new URL(page.url()).pathname.split('/').at(-1);
  const path = `/content-manager/collection-types/api::task.task/${documentId}`;
  return (await administrator.get(path)).data.comment;
};

const newText = (what: string) => `${what} ${Date.now()}`;

/** The session ends on the server, as by the end of its time or an editor's hand. */
const endSession = async (page: Page) => {
  const answer = await page.request.post(`${site.url}${pathTo('LogOut')}`, {
    headers: { 'Guest-Access': 'cookie', Origin: site.url, Cookie: await cookieOf(page) },
  });
  expect(answer.status()).toBe(204);
};
const cookieOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

test.describe('two guests in two tabs of one browser', () => {
  test('the first tab is told at once who is in now, saves nothing as them, and keeps what was typed for its guest', async ({
    page,
    context,
  }) => {
    const text = newText('Alpha');
    await enter(page, alpha);
    await type(page, text);
    const before = await stored(page);

    const other = await context.newPage();
    await enter(other, beta);

    const told = page.getByRole('dialog', {
      name: `L’accès ${ofName(beta.name)} est maintenant ouvert dans ce navigateur`,
    });
    await expect(told).toBeVisible();
    await expect(told).toContainText(`Cette page a été ouverte avec l’accès ${ofName(alpha.name)}`);
    await expect(told).toContainText('gardé 24 heures sur cet appareil');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(told).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await told.getByRole('button', { name: `Recharger la page pour ${beta.name}` }).click();
    await expect(menuOf(page, beta)).toBeVisible();
    await expect(page.getByText('Reprendre ma saisie')).toHaveCount(0);
    expect(await page.locator('body').innerText()).not.toContain(text);
    expect(await stored(page)).toBe(before);

    await enter(page, alpha);
    await openTask(page);
    await expect(page.getByText(/n’est pas enregistrée/)).toBeVisible();
    await page.getByRole('button', { name: 'Reprendre ma saisie' }).click();
    await expect(comment(page)).toHaveValue(text);
    await save(page).click();
    await expect(page.getByText('Enregistré.').first()).toBeVisible();
    expect(await stored(page)).toBe(text);
  });

  test('a tab that was told nothing is refused by the server, and goes on as its own guest once they are back', async ({
    page,
    context,
    browser,
  }) => {
    const text = newText('Retour');
    await enter(page, alpha);
    await type(page, text);
    const before = await stored(page);

    // Another browser's session in the place of this one's: nobody tells the tab.
    const elsewhere = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
    await enter(elsewhere, beta);
    await context.addCookies(await elsewhere.context().cookies());

    await save(page).click();
    await expect(dialog(page)).toContainText(`L’accès ${ofName(beta.name)} est maintenant ouvert`);
    expect(await stored(page)).toBe(before);
    await dialog(page)
      .getByRole('button', { name: `Revenir à l’accès ${ofName(alpha.name)}` })
      .click();
    await dialog(page).getByLabel('Votre lien d’accès').fill(`<${portal}/key#${alpha.key}>.`);
    await dialog(page).getByRole('button', { name: 'Entrer avec ce lien' }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByText('Enregistré.').first()).toBeVisible();
    expect(await stored(page)).toBe(text);
  });

  test('a list that was drawn for one is not filled with the other’s rows', async ({ page, context, browser }) => {
    await enter(page, alpha);
    await page.goto(`${portal}/tasks`);
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    const mine = await page.getByRole('rowheader').allTextContents();
    const elsewhere = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
    await enter(elsewhere, beta);
    await context.addCookies(await elsewhere.context().cookies());
    await page.getByRole('columnheader').getByRole('button').first().click();
    await expect(dialog(page)).toContainText(`L’accès ${ofName(beta.name)} est maintenant ouvert`);
    await expect(page.locator('.who')).toHaveText(alpha.name);
    for (const name of await page.getByRole('rowheader').allTextContents()) expect(mine).toContain(name);
  });

  test('the same guest in both makes no noise; a logout in one shows in the other, and a login too', async ({
    page,
    context,
  }) => {
    await enter(page, alpha);
    await openTask(page);
    const other = await context.newPage();
    await other.goto(`${portal}/tasks`);
    await expect(menuOf(other, alpha)).toBeVisible();
    await expect(dialog(page)).toHaveCount(0);

    await menuOf(other, alpha).click();
    await other.getByRole('button', { name: 'Se déconnecter' }).click();
    await expect(page.getByText('Vous êtes déconnecté.')).toBeVisible();
    await expect(edit(page)).toHaveCount(0);

    await enter(other, alpha);
    await expect(menuOf(page, alpha)).toBeVisible();
    await expect(dialog(page)).toHaveCount(0);
  });

  test('an editor’s look in another tab is not taken for the guest', async ({ page, context }) => {
    await enter(page, alpha);
    await openTask(page);
    const administrator = await administratorOf(page.request);
    const { guests } = (await administrator.get(`${pathTo('ListGuests')}?q=${encodeURIComponent(alpha.login ?? '')}`))
      .data;
    const { link } = (await administrator.send('POST', pathTo('StartPreview', { guestId: guests[0].documentId }), {}))
      .data;
    const other = await context.newPage();
    await other.goto(link);
    await other.getByRole('button', { name: 'Commencer l’aperçu' }).click();
    await expect(dialog(page)).toContainText(`Un aperçu de l’accès ${ofName(alpha.name)}`);
  });
});

test.describe('what was typed', () => {
  test('survives Back, a link, a reload and a closed tab, and is thrown away after a question alone', async ({
    page,
    context,
  }) => {
    const text = newText('Brouillon');
    await enter(page, alpha);
    await type(page, text, 1);
    const address = page.url();
    const before = await stored(page);

    await page.goBack();
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    await page.goForward();
    await page.getByRole('button', { name: 'Reprendre ma saisie' }).click();
    await expect(comment(page)).toHaveValue(text);
    await expect(page.getByText(/a été reprise/)).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await comment(page).fill(`${text} encore`);
    await page
      .getByRole('link', { name: /Tâches|Tasks/ })
      .first()
      .click();
    await page.goto(address);
    await page.getByRole('button', { name: 'Reprendre ma saisie' }).click();
    await expect(comment(page)).toHaveValue(`${text} encore`);

    let asked = 0;
    page.on('dialog', (question) => {
      asked += 1;
      void question.accept();
    });
    await comment(page).press('End');
    await page.keyboard.type('!');
    await page.reload();
    expect(asked).toBe(0);
    const again = await context.newPage();
    await page.close();
    await again.goto(address);
    await again.getByRole('button', { name: 'Reprendre ma saisie' }).press('Enter');
    await expect(comment(again)).toHaveValue(`${text} encore!`);

    await again.getByRole('button', { name: 'Annuler' }).click();
    await dialog(again).getByRole('button', { name: 'Continuer la saisie' }).click();
    await expect(comment(again)).toHaveValue(`${text} encore!`);
    await again.getByRole('button', { name: 'Annuler' }).click();
    await dialog(again).getByRole('button', { name: 'Abandonner' }).click();
    await expect(edit(again)).toBeVisible();
    await expect(again.getByRole('button', { name: 'Reprendre ma saisie' })).toHaveCount(0);
    expect(await stored(again)).toBe(before);
  });

  test('leaves alone what somebody else changed meanwhile, and says that something changed', async ({ page }) => {
    const text = newText('Vieux brouillon');
    await enter(page, alpha);
    await type(page, text, 2);
    const address = page.url();
    await page.goto(`${portal}/tasks`);
    const administrator = await administratorOf(page.request);
    const documentId = new URL(address).pathname.split('/').at(-1);
    await administrator.send('PUT', `/content-manager/collection-types/api::task.task/${documentId}`, {
      description: 'Changé entre-temps',
    });
    await page.goto(address);
    await expect(page.getByText('Changé entre-temps')).toBeVisible();
    await page.getByRole('button', { name: 'Reprendre ma saisie' }).click();
    await expect(page.getByText(/L’élément a changé depuis/)).toBeVisible();
    await save(page).click();
    await expect(page.getByText('Enregistré.').first()).toBeVisible();
    await expect(page.getByText('Changé entre-temps')).toBeVisible();
    expect(await stored(page)).toBe(text);
  });

  test('goes with a logout, after a question; a new row and the profile are kept too', async ({ page }) => {
    await enter(page, beta);
    await page.goto(`${portal}/activity-reports/new`);
    const report = newText('Compte rendu');
    await page.locator('textarea[name=text]').fill(report);
    await page.goto(`${portal}/profile`);
    const mobile = page.getByLabel('Téléphone mobile').or(page.locator('input[name=mobile]')).first();
    await mobile.fill('0601020304');
    await page.goto(`${portal}/activity-reports/new`);
    await expect(page.locator('textarea[name=text]')).toHaveValue(report);
    await page.goto(`${portal}/profile`);
    await expect(page.locator('input[name=mobile]')).toHaveValue('0601020304');

    await menuOf(page, beta).click();
    await page.getByRole('button', { name: 'Se déconnecter' }).first().click();
    const question = page.getByRole('dialog', { name: /Se déconnecter et effacer votre saisie/ });
    await question.getByRole('button', { name: 'Annuler' }).click();
    await expect(page.locator('input[name=mobile]')).toHaveValue('0601020304');
    await page.getByRole('button', { name: 'Se déconnecter' }).first().click();
    await question.getByRole('button', { name: 'Se déconnecter' }).click();
    await expect(page.getByText('Vous êtes déconnecté.')).toBeVisible();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/draft|0601020304|Compte/);
  });

  test('is asked about where the browser keeps nothing', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await enter(page, alpha);
    await type(page, newText('Sans mémoire'));
    const asked = page.waitForEvent('dialog');
    void page.reload().catch(() => undefined);
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await expect(comment(page)).toHaveValue(/Sans mémoire/);
  });

  test('without network it stays, and is saved once the network is back', async ({ page, context }) => {
    const text = newText('Hors ligne');
    await enter(page, alpha);
    await type(page, text);
    await context.setOffline(true);
    await save(page).click();
    await expect(page.getByRole('alert')).toContainText('n’est pas connecté au réseau');
    await context.setOffline(false);
    await save(page).click();
    await expect(page.getByText('Enregistré.').first()).toBeVisible();
    expect(await stored(page)).toBe(text);
  });
});

test.describe('a session that ends while somebody types', () => {
  test('is opened again on the page by the link, and the save goes on', async ({ page }) => {
    const text = newText('Session');
    await enter(page, alpha);
    await type(page, text);
    await endSession(page);
    await save(page).click();
    const again = page.getByRole('dialog', { name: 'Votre session est terminée' });
    await expect(again).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await again.getByLabel('Votre lien d’accès').fill('pas de clé');
    await again.getByLabel('Votre lien d’accès').press('Enter');
    await expect(again.getByText('Il n’y a pas de clé d’accès dans ce texte.')).toBeVisible();
    await again.getByLabel('Votre lien d’accès').fill(`${portal}/key%23${alpha.key}&utm_source=mail`);
    await again.getByLabel('Votre lien d’accès').press('Enter');
    await expect(page.getByText('Enregistré.').first()).toBeVisible();
    expect(await stored(page)).toBe(text);
  });

  test('is opened again by password, or in another tab; another guest is another page', async ({ page, context }) => {
    const text = newText('Mot de passe');
    await enter(page, alpha);
    await type(page, text);
    await endSession(page);
    await save(page).click();
    await dialog(page)
      .getByLabel('Adresse e-mail ou identifiant')
      .fill(beta.login ?? '');
    await dialog(page)
      .getByLabel('Mot de passe', { exact: true })
      .fill(beta.password ?? '');
    await dialog(page).getByRole('button', { name: 'Se connecter' }).click();
    await expect(dialog(page)).toContainText(`L’accès ${ofName(beta.name)} est maintenant ouvert`);
    expect(await stored(page)).not.toBe(text);

    const other = await context.newPage();
    await enter(other, alpha);
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByText('Enregistré.').first()).toBeVisible();
    expect(await stored(page)).toBe(text);
  });

  test('leads to the login page where nothing was typed', async ({ page }) => {
    await enter(page, alpha);
    await page.goto(`${portal}/tasks`);
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    await endSession(page);
    await page.getByRole('columnheader').getByRole('button').first().click();
    await expect(page.getByText(/Votre session est terminée ou votre accès a été fermé/)).toBeVisible();
  });
});

for (const [what, touch] of [
  ['with a dot', (key: string) => `#${key}.`],
  ['with a bracket', (key: string) => `#${key})`],
  ['with a sign escaped', (key: string) => `%23${key}`],
  ['with two signs and a tracker', (key: string) => `##${key}&utm_source=mail`],
  ['with a space', (key: string) => `#${key}%20`],
] as const) {
  test(`a link that was touched on its way lets in: ${what}`, async ({ page }) => {
    await page.goto(`${portal}/key${touch(alpha.key)}`);
    await expect(page.getByRole('button', { name: 'Entrer', exact: true })).toBeVisible();
    expect(page.url()).toBe(`${portal}/key`);
    await pressEnter(page);
    await expect(menuOf(page, alpha)).toBeVisible();
  });
}

test('the panel goes on saying when a guest was here last after they have logged out', async ({ page }) => {
  await enter(page, alpha);
  const administrator = await administratorOf(page.request);
  const seen = async () =>
    (await administrator.get(`${pathTo('ListGuests')}?q=${encodeURIComponent(alpha.login ?? '')}`)).data.guests[0]
      .lastSeenAt;
  const before: string = await seen();
  expect(before).toMatch(/^\d{4}-/);
  await menuOf(page, alpha).click();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByText('Vous êtes déconnecté.')).toBeVisible();
  expect(await seen()).toBe(before);
});
