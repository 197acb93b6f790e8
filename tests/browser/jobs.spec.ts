import { expect, test, type Page } from '@playwright/test';
import { administratorOf, makeAccount } from './administrator';
import { violationsIn } from './axe';
import { putJob } from './jobs';
import { logInToPanel, site } from './support';

const jobs = `${site.url}/admin/plugins/guest-access/jobs`;

let made = 0;
/** A kind that no other test has used. */
const freshKind = (word: string): string => `test.${word}-${(made += 1)}-${Date.now()}`;

const table = (page: Page) => page.getByRole('table', { name: 'Travaux' });
const row = (page: Page, kind: string) => table(page).getByRole('rowgroup').filter({ hasText: kind });
const button = (page: Page, action: string, kind: string) => page.getByRole('button', { name: `${action} : ${kind}` });

test('the list says how each job stands, in words, and is narrowed to a state by the address', async ({ page }) => {
  const [failed, running] = [freshKind('echec'), freshKind('cours')];
  await putJob({ kind: failed, state: 'failed', more: { last_error: 'The table is gone' } });
  await putJob({ kind: running, state: 'running', more: { phase: 'Contacts', done: 3, total: 12 } });
  await logInToPanel(page);
  await page.goto(`${site.url}/admin/plugins/guest-access`);
  await page.getByRole('link', { name: 'Travaux' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Travaux' })).toBeVisible();

  await expect(row(page, failed)).toContainText('Échoué');
  await expect(row(page, failed)).toContainText('Dernière erreur (tentative 1) : The table is gone');
  await expect(row(page, running)).toContainText('Contacts · 3 sur 12');
  await expect(row(page, running).getByRole('progressbar')).toHaveAttribute('value', '3');
  // What recurs is the oldest there is.
  await page.goto(`${jobs}?pageSize=100`);
  const purge = row(page, 'Effacer les anciens e-mails');
  for (const text of ['Se répète', 'En attente', 'Prochaine fois']) await expect(purge).toContainText(text);
  await expect(button(page, 'Exécuter maintenant', 'Effacer les anciens e-mails')).toBeVisible();
  await expect(button(page, 'Annuler le travail', 'Effacer les anciens e-mails')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'E-mails' })).toBeVisible();

  await page.getByRole('combobox', { name: 'État' }).click();
  await page.getByRole('option', { name: 'Échoué' }).click();
  await expect(page).toHaveURL(/state=failed/);
  await expect(row(page, running)).toHaveCount(0);
  await page.reload();
  await expect(row(page, failed)).toBeVisible();
  await expect(row(page, running)).toHaveCount(0);
  await page.getByRole('button', { name: 'Effacer les filtres' }).click();
  await expect(row(page, running)).toBeVisible();
});

test('a failed job is tried again, by the keyboard alone', async ({ page }) => {
  const kind = freshKind('relance');
  await putJob({ kind, state: 'failed', more: { last_error: 'Refused' } });
  await logInToPanel(page);
  await page.goto(jobs);
  await expect(row(page, kind)).toContainText('Échoué');
  await button(page, 'Relancer', kind).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`« ${kind} » est relancé.`)).toBeVisible();
  await expect(row(page, kind)).toContainText('En attente');
  await expect(button(page, 'Relancer', kind)).toHaveCount(0);

  await button(page, 'Exécuter maintenant', kind).focus();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Mettre en pause', kind)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(page, kind)).toContainText('En pause');
  await button(page, 'Reprendre', kind).click();
  await expect(row(page, kind)).toContainText('En attente');
});

test('a job is cancelled after a question; one that is being done is asked to stop', async ({ page }) => {
  const [waiting, running] = [freshKind('attend'), freshKind('roule')];
  await putJob({ kind: waiting, state: 'waiting' });
  await putJob({ kind: running, state: 'running' });
  await logInToPanel(page);
  await page.goto(jobs);
  const question = page.getByRole('alertdialog');
  await button(page, 'Annuler le travail', waiting).click();
  await question.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(question).toHaveCount(0);
  await expect(row(page, waiting)).toContainText('En attente');

  await button(page, 'Annuler le travail', waiting).click();
  expect(await violationsIn(page, '[role=alertdialog]')).toEqual([]);
  await question.getByRole('button', { name: 'Annuler le travail' }).click();
  await expect(row(page, waiting)).toContainText('Annulé');

  await button(page, 'Annuler le travail', running).click();
  await question.getByRole('button', { name: 'Annuler le travail' }).click();
  await expect(page.getByText(`« ${running} » s’arrêtera à sa prochaine étape.`)).toBeVisible();
  await expect(row(page, running)).toContainText('En cours');
});

test('what moved meanwhile is told, and the list shows how it stands', async ({ page }) => {
  const kind = freshKind('entretemps');
  await putJob({ kind, state: 'failed' });
  await logInToPanel(page);
  await page.goto(jobs);
  await expect(row(page, kind)).toContainText('Échoué');
  await page.route('**/retry', (route) =>
    route.fulfill({ status: 409, json: { error: { status: 409, message: '', details: { code: 'conflict' } } } })
  );
  await button(page, 'Relancer', kind).click();
  await expect(page.getByText('L’état de ce travail a changé entre-temps.')).toBeVisible();
});

test('while a job is done the page asks again by itself, and shows its end', async ({ page }) => {
  const kind = freshKind('avance');
  await putJob({ kind, state: 'running', more: { done: 1, total: 4 } });
  await logInToPanel(page);
  await page.goto(jobs);
  await expect(row(page, kind)).toContainText('1 sur 4');
  const later = freshKind('ensuite');
  await putJob({ kind: later, state: 'done' });
  await expect(row(page, later)).toContainText('Terminé');
});

test('who may only read has no buttons; who may not sees neither tab nor page', async ({ page }) => {
  const kind = freshKind('lecture');
  await putJob({ kind, state: 'failed' });
  const administrator = await administratorOf(page.request);
  await logInToPanel(page, await makeAccount(administrator, ['jobs.read']));
  await page.goto(jobs);
  await expect(row(page, kind)).toBeVisible();
  await expect(table(page).getByRole('button')).toHaveCount(0);

  const stranger = await makeAccount(administrator, ['contacts.read', 'guests.read']);
  const other = await page.context().browser()?.newPage();
  if (other === undefined) throw new Error('There is no browser');
  await logInToPanel(other, stranger);
  await other.goto(jobs);
  await expect(other.getByRole('link', { name: 'Invités' })).toBeVisible();
  await expect(other.getByRole('link', { name: 'Travaux' })).toHaveCount(0);
  await expect(other.getByRole('heading', { name: 'Travaux' })).toHaveCount(0);
  await other.close();
});

test('the page is clean for axe, wide and narrow', async ({ page }) => {
  await putJob({ kind: freshKind('axe'), state: 'failed', more: { last_error: 'Refused' } });
  await putJob({ kind: freshKind('axe'), state: 'running', more: { done: 2, total: 5 } });
  await putJob({ kind: freshKind('axe'), state: 'paused' });
  await logInToPanel(page);
  await page.goto(jobs);
  await expect(table(page)).toBeVisible();
  expect(await violationsIn(page, 'main')).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await violationsIn(page, 'main')).toEqual([]);
  expect(await table(page).evaluate(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth)).toBe(0);
});
