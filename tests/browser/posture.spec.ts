import { expect, test, type Page } from '@playwright/test';
import type { Settings } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeAccount, type Administrator } from './administrator';
import { violationsIn } from './axe';
import { logInToPanel, site } from './support';

const posture = `${site.url}/admin/plugins/guest-access/posture`;

const card = (page: Page, title: string | RegExp) => page.getByRole('article', { name: title });
const freeMail = /messagerie gratuite/;

/** Runs some work on a site that is joined by these domains, and puts the old settings back. */
const withDomains = async (
  administrator: Administrator,
  domains: readonly string[],
  work: () => Promise<void>
): Promise<void> => {
  const { settings }: { settings: Settings } = (await administrator.get(pathTo('GetSettings'))).data;
  const joining = {
    ...settings.joining,
    mode: 'domains',
    domains: domains.map((domain) => ({ domain, resources: [], accessTypes: [] })),
  };
  await administrator.send('PUT', pathTo('SaveSettings'), { ...settings, joining });
  try {
    await work();
  } finally {
    await administrator.send('PUT', pathTo('SaveSettings'), settings);
  }
};

test('a risk is told in words and mended by a click, after a question', async ({ page }) => {
  const administrator = await administratorOf(page.request);
  await withDomains(administrator, ['gmail.com', 'maison.example'], async () => {
    await logInToPanel(page);
    await page.goto(`${site.url}/admin/plugins/guest-access`);
    await page.getByRole('link', { name: 'Points d’attention' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Points d’attention' })).toBeVisible();
    await expect(page.getByText(/\d+ points à revoir, dont \d+ graves?/)).toBeVisible();
    const risk = card(page, freeMail);
    for (const text of ['Grave', 'gmail.com', 'Tout le monde peut y avoir une adresse']) {
      await expect(risk).toContainText(text);
    }
    await expect(risk).not.toContainText('maison.example');

    await risk.getByRole('button', { name: 'Retirer ces domaines' }).click();
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText('Ce domaine sort de l’auto-inscription');
    expect(await violationsIn(page, '[role=alertdialog]')).toEqual([]);
    await question.getByRole('button', { name: 'Annuler', exact: true }).click();
    await expect(risk).toBeVisible();

    await risk.getByRole('button', { name: 'Retirer ces domaines' }).focus();
    await page.keyboard.press('Enter');
    await question.getByRole('button', { name: 'Retirer ces domaines' }).click();
    await expect(page.getByText('C’est fait : 1 élément corrigé.')).toBeVisible();
    await expect(risk).toHaveCount(0);
    const { settings }: { settings: Settings } = (await administrator.get(pathTo('GetSettings'))).data;
    expect(settings.joining.domains.map(({ domain }) => domain)).toEqual(['maison.example']);
  });
});

test('a risk that is meant is accepted with a reason, folded away, and opened again', async ({ page }) => {
  await logInToPanel(page);
  await page.goto(posture);
  const title = /montre(nt)? toutes les lignes/;
  await card(page, title)
    .getByRole('button', { name: /^Accepter/ })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Raison')).toBeFocused();
  expect(await violationsIn(page, '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Dites pourquoi ce point peut rester.');
  await dialog.getByLabel('Raison').fill('Les étiquettes <b>sont</b> les mêmes pour tous');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Le point est accepté.')).toBeVisible();
  await expect(card(page, title)).toHaveCount(0);

  await page.reload();
  const folded = page.locator('summary', { hasText: '1 point accepté' });
  await folded.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Les étiquettes <b>sont</b> les mêmes pour tous')).toBeVisible();
  await expect(page.getByText(/Accepté par Anne Kermarrec le/)).toBeVisible();
  expect(await violationsIn(page, 'main')).toEqual([]);
  await page.getByRole('button', { name: /^Ne plus accepter/ }).click();
  await expect(page.getByText('Le point est de nouveau à revoir.')).toBeVisible();
  await expect(card(page, title)).toBeVisible();
});

test('what another has mended meanwhile is told, and the page shows how it stands', async ({ page }) => {
  const administrator = await administratorOf(page.request);
  await withDomains(administrator, ['gmail.com'], async () => {
    await logInToPanel(page);
    await page.goto(posture);
    await card(page, freeMail).getByRole('button', { name: 'Retirer ces domaines' }).click();
    const { findings } = (await administrator.get(pathTo('GetPosture'))).data as {
      findings: { id: string; mark: string }[];
    };
    const mark = findings.find(({ id }) => id === 'free-mail-domains')?.mark;
    await administrator.send('POST', pathTo('RepairFinding', { finding: 'free-mail-domains' }), { mark });
    await page.getByRole('alertdialog').getByRole('button', { name: 'Retirer ces domaines' }).click();
    await expect(page.getByText('Ce point a changé entre-temps.')).toBeVisible();
    await expect(card(page, freeMail)).toHaveCount(0);
  });
});

test('an example leads to the very access type', async ({ page }) => {
  await logInToPanel(page);
  await page.goto(posture);
  await card(page, /montre(nt)? toutes les lignes/)
    .getByRole('link', { name: 'Étiquettes' })
    .click();
  await expect(page).toHaveURL(/settings\/guest-access\?accessType=tags#content/);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Clé' })).toHaveValue('tags');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('the guests who do not come are a list that a link leads to', async ({ page }) => {
  await logInToPanel(page);
  await page.goto(`${site.url}/admin/plugins/guest-access/guests?absence=unused&sort=lastSeenAt:ASC`);
  await expect(page.getByRole('combobox', { name: 'Dernière visite' })).toContainText(
    'Ouvert et inutilisé depuis 90 jours'
  );
  await page.getByRole('button', { name: 'Effacer les filtres' }).first().click();
  await expect(page).not.toHaveURL(/absence/);
});

test('who may only read has no buttons, who lacks a right is told which; who may not sees neither tab nor page', async ({
  page,
  browser,
}) => {
  const administrator = await administratorOf(page.request);
  await withDomains(administrator, ['gmail.com'], async () => {
    await logInToPanel(page, await makeAccount(administrator, ['posture.read']));
    await page.goto(posture);
    await expect(card(page, freeMail)).toBeVisible();
    await expect(page.getByRole('article').getByRole('button')).toHaveCount(0);

    const manager = await browser.newPage();
    await logInToPanel(manager, await makeAccount(administrator, ['posture.read', 'posture.manage']));
    await manager.goto(posture);
    await expect(card(manager, freeMail)).toContainText('il vous manque le droit « Réglages : modifier »');
    await expect(card(manager, freeMail).getByRole('button', { name: 'Retirer ces domaines' })).toHaveCount(0);
    await manager.close();

    const other = await browser.newPage();
    await logInToPanel(other, await makeAccount(administrator, ['contacts.read', 'guests.read', 'settings.read']));
    await other.goto(posture);
    await expect(other.getByRole('link', { name: 'Invités' })).toBeVisible();
    await expect(other.getByRole('link', { name: 'Points d’attention' })).toHaveCount(0);
    await expect(other.getByRole('heading', { name: 'Points d’attention' })).toHaveCount(0);
    await other.close();
  });
});

test('nothing found, something unknown, and a failure are told apart', async ({ page }) => {
  await logInToPanel(page);
  const lookedAt = '2026-11-27T15:04:00.000Z';
  const strapiVersion = { running: '5.54.0', knownUntil: '2026-11-27' };
  let answer: object = { lookedAt, findings: [], fine: ['strapi-version'], unknown: [], strapiVersion };
  let status = 200;
  await page.route(site.url + pathTo('GetPosture'), (route) => route.fulfill({ status, json: { data: answer } }));
  await page.goto(posture);
  await expect(page.getByText(/Rien à signaler : rien de risqué n’a été trouvé le 27 nov\. 2026/)).toBeVisible();
  await expect(page.getByText('Strapi 5.54.0 : aucune faille connue au 27 novembre 2026.')).toBeVisible();
  expect(await violationsIn(page, 'main')).toEqual([]);

  answer = { ...answer, fine: [], unknown: ['strapi-version'] };
  await page.getByRole('button', { name: 'Vérifier à nouveau' }).click();
  await expect(page.getByText('1 point n’a pas pu être vérifié')).toBeVisible();
  await expect(page.getByText(/aucune faille connue/)).toHaveCount(0);

  status = 500;
  await page.getByRole('button', { name: 'Vérifier à nouveau' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
});

test('the page is clean for axe, wide, narrow and dark, and nothing stands beyond its edge', async ({ page }) => {
  await logInToPanel(page);
  await page.goto(posture);
  await expect(page.getByRole('article').first()).toBeVisible();
  expect(await violationsIn(page, 'main')).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await violationsIn(page, 'main')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.evaluate(() => window.localStorage.setItem('STRAPI_THEME', 'dark'));
  await page.reload();
  await expect(page.getByRole('article').first()).toBeVisible();
  expect(await violationsIn(page, 'main')).toEqual([]);
});
