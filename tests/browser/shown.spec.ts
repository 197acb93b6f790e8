import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeContact, type Administrator } from './administrator';
import { excessWidth, portal, violations } from './guests';

let administrator: Administrator;
test.beforeEach(async ({ request }) => {
  administrator = await administratorOf(request);
});

const make = async (type: string, body: object): Promise<string> =>
  (await administrator.send('POST', `/content-manager/collection-types/${type}`, body)).data.documentId;

const body = [
  '## Objet',
  'Voir **le plan** et <u>la note</u>, puis https://example.com/plans',
  '- un\n  - deux',
  '![Le plan](https://else.example/plan.png)',
  '| Lot | Prix |\n|---|---|\n| 1 | 20 |',
  '[piège](javascript:window.hurt=1) <img src=x onerror="window.hurt=1"><script>window.hurt=1</script>',
].join('\n\n');

/** A guest at the page of a document whose component leads to their project. */
const openDocument = async (page: Page, language: 'fr' | 'en') => {
  const mark = `${Date.now() % 1_000_000}`;
  const project = await make('api::project.project', { code: `S${mark}`, name: `Quai ${mark}` });
  const document = await make('api::document.document', {
    title: `Cahier ${mark}`,
    body,
    project: { connect: [{ documentId: project }] },
    references: [{ label: 'Voir aussi', project: { connect: [{ documentId: project }] } }],
    sections: [
      { __component: 'shared.note', text: 'À relire.' },
      { __component: 'shared.task-list', heading: 'À faire' },
    ],
  });
  const at = `/content-manager/collection-types/api::document.document/${document}`;
  await administrator.send('POST', `${at}/actions/publish`, {});
  const contactId = await makeContact(administrator, { lastName: `Lecture ${mark}` });
  const { version } = (
    await administrator.send('PUT', pathTo('SaveContactAccess', { contactId }), {
      version: 0,
      closed: false,
      resources: [{ contentType: 'api::project.project', documentIds: [project] }],
      accessTypes: ['documents'],
    })
  ).data;
  const { link } = (await administrator.send('POST', pathTo('IssueKey', { contactId }), { version })).data;
  await page.addInitScript((chosen) => window.localStorage.setItem('guest-portal:language', chosen), language);
  await page.goto(`${portal}/key${link.slice(link.indexOf('#'))}`);
  await page.getByRole('main').getByRole('button').click();
  await expect(page.getByRole('heading', { name: language === 'fr' ? 'Mes accès' : 'My access' })).toBeVisible();
  await page.goto(`${portal}/documents/${document}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Cahier');
  return { mark };
};

test('rich text, components and zones are shown whole, in words, and run nothing', async ({ page }, info) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const { mark } = await openDocument(page, 'fr');
  const details = page.locator('dl.details');

  await expect(details.getByRole('heading', { name: 'Objet' })).toBeVisible();
  await expect(details.locator('strong')).toHaveText('le plan');
  await expect(details.locator('u')).toHaveText('la note');
  await expect(details.locator('.prose li li')).toHaveText('deux');
  await expect(details.getByRole('cell', { name: '20' })).toBeVisible();
  await expect(details.getByRole('link', { name: 'https://example.com/plans' })).toHaveAttribute('rel', /noopener/);
  await expect(details.getByRole('link', { name: 'Le plan' })).toHaveAttribute('href', 'https://else.example/plan.png');
  await expect(details.getByText('piège')).toBeVisible();
  await expect(details.getByRole('link', { name: 'piège' })).toHaveCount(0);
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
  expect(asked.filter((url) => url.includes('else.example'))).toEqual([]);

  await expect(details.locator('.component dt').first()).toHaveText('Label');
  await expect(details.locator('.component').getByRole('link', { name: new RegExp(mark) })).toHaveAttribute(
    'href',
    /\/guest\/projects\//
  );
  await expect(details.locator('.part-name')).toHaveText(['Note', 'Liste de tâches']);
  await expect(details.getByText('À relire.')).toBeVisible();
  await expect(details).not.toContainText(/__component|documentId|\*\*|##|\]\(/);
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('wide.png'), fullPage: true });
});

test('the same fits a phone, in the dark', async ({ page }, info) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await openDocument(page, 'en');
  await expect(page.locator('dl.details').getByRole('heading', { name: 'Objet' })).toBeVisible();
  expect(await excessWidth(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('narrow.png'), fullPage: true });
});
