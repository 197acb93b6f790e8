import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeContact, type Administrator } from './administrator';
import { excessWidth, keepSettings, portal, violations } from './guests';
import { site } from './support';

keepSettings();

const SHEETS = '/content-manager/collection-types/api::sheet.sheet';
const unpublished = 'PAS ENCORE PUBLIÉ';

/** Sheets, which guests may read, change and delete. */
const giveSheets = async (administrator: Administrator): Promise<void> => {
  const { settings } = (await administrator.get(pathTo('GetSettings'))).data;
  const sheets = {
    key: 'fiches',
    labels: { fr: 'Fiches', en: 'Sheets', cs: 'Listy' },
    contentType: 'api::sheet.sheet',
    actions: ['find', 'findOne', 'update', 'delete'],
    readFields: ['title', 'amount', 'number'],
    writeFields: null,
    rule: { kind: 'all' },
    drafts: false,
  };
  const accessTypes = [...settings.accessTypes.filter(({ key }: { key: string }) => key !== sheets.key), sheets];
  await administrator.send('PUT', pathTo('SaveSettings'), { ...settings, accessTypes });
};

/** A published sheet; answers its documentId. */
const publish = async (administrator: Administrator, title: string): Promise<string> => {
  const { data } = await administrator.send('POST', `${SHEETS}?locale=fr`, { title, amount: 10 });
  await administrator.send('POST', `${SHEETS}/${data.documentId}/actions/publish?locale=fr`, { title, amount: 10 });
  return data.documentId;
};

/** What an editor does who saves and does not publish yet. */
const save = (administrator: Administrator, documentId: string, changes: object) =>
  administrator.send('PUT', `${SHEETS}/${documentId}?locale=fr`, changes);

/** A guest with the sheets comes in. */
const enter = async (page: Page, administrator: Administrator): Promise<void> => {
  const contact = await makeContact(administrator, { lastName: `Fiches ${Date.now()}` });
  const grants = { closed: false, resources: [], accessTypes: ['fiches'] };
  const { version } = (
    await administrator.send('PUT', pathTo('SaveContactAccess', { contactId: contact }), { version: 0, ...grants })
  ).data;
  const { link } = (await administrator.send('POST', pathTo('IssueKey', { contactId: contact }), { version })).data;
  await page.goto(link);
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(page.getByRole('heading', { name: 'Mes accès' })).toBeVisible();
};

/** What everybody reads of the sheet, and what editors read. */
const versions = async (page: Page, administrator: Administrator, documentId: string) => {
  const published = await page.request.get(`${site.url}/api/sheets/${documentId}?locale=fr`, {
    headers: { 'Guest-Access': 'cookie' },
  });
  const draft = (await administrator.get(`${SHEETS}/${documentId}?locale=fr`)).data;
  return { published: (await published.json()).data, draft };
};

test('a guest who changes what an editor is changing keeps what was typed, and is told what to do', async ({
  page,
}) => {
  const administrator = await administratorOf(page.request);
  await giveSheets(administrator);
  const title = `Fiche ${Date.now()}`;
  const documentId = await publish(administrator, title);
  await enter(page, administrator);
  await page.goto(`${portal}/fiches/${documentId}?locale=fr`);
  await page
    .getByRole('link', { name: 'Modifier' })
    .or(page.getByRole('button', { name: 'Modifier' }))
    .click();
  const [typedTitle, amount] = [page.getByRole('textbox', { name: /title/i }), page.getByLabel(/amount/i)];
  await typedTitle.fill('Le titre de l’invité');
  await amount.fill('11');
  await save(administrator, documentId, { title: unpublished });

  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert')).toContainText('Quelqu’un du site est en train de modifier cet élément');
  await expect(typedTitle).toHaveValue('Le titre de l’invité');
  await expect(amount).toHaveValue('11');
  await expect(typedTitle).toHaveAttribute('aria-invalid', 'true');
  await expect(amount).not.toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('main')).toContainText('Les autres champs s’enregistrent si vous remettez celui-ci');
  await expect(page.locator('body')).not.toContainText(unpublished);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await excessWidth(page)).toBeLessThanOrEqual(0);
  expect(await versions(page, administrator, documentId)).toMatchObject({
    published: { title, amount: 10 },
    draft: { title: unpublished, amount: 10 },
  });

  // The marked field put back, the other one is saved, and nothing of the editor's with it.
  await typedTitle.fill(title);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(unpublished);
  expect(await versions(page, administrator, documentId)).toMatchObject({
    published: { title, amount: 11 },
    draft: { title: unpublished, amount: 11 },
  });
});

test('a guest deletes no row with an editor’s unpublished work in it', async ({ page }) => {
  const administrator = await administratorOf(page.request);
  await giveSheets(administrator);
  const title = `Fiche à garder ${Date.now()}`;
  const documentId = await publish(administrator, title);
  await save(administrator, documentId, { amount: 77 });
  await enter(page, administrator);
  await page.goto(`${portal}/fiches/${documentId}?locale=fr`);
  await page.getByRole('button', { name: 'Supprimer' }).click();
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await dialog.getByRole('button', { name: 'Supprimer' }).click();
  await expect(dialog).toContainText('Quelqu’un du site est en train de modifier cet élément');
  expect(await versions(page, administrator, documentId)).toMatchObject({
    published: { title, amount: 10 },
    draft: { title, amount: 77 },
  });
});
