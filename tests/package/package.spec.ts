import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, type APIRequestContext } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { logInByForm, site } from '../browser/support';
import { expectedFaults, programs, typedPrograms } from './client-programs';

const asAdministrator = async (request: APIRequestContext) => {
  const { email, password } = site.admin;
  const login = await request.post(`${site.url}/admin/login`, { data: { email, password } });
  const headers = { Authorization: `Bearer ${(await login.json()).data.token}` };
  const call = async (method: 'POST' | 'PUT', path: string, data: object) => {
    const response = await request.fetch(site.url + path, { method, headers, data });
    expect(response.status(), await response.text()).toBe(200);
    return (await response.json()).data;
  };
  return { call };
};

test('the packed plugin shows its page in the panel of a bare site', async ({ page }) => {
  await logInByForm(page);
  await page.getByRole('link', { name: /Accès invité|Guest access/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Contacts/);
});

/** Gives Arthur NOA an access; answers its link. */
const openAccess = async (request: APIRequestContext): Promise<string> => {
  const { call } = await asAdministrator(request);
  // A bare site starts with both switches off or on; the test says what it needs.
  await call('PUT', pathTo('SaveSettings'), { contacts: true, guests: true, resourceTypes: [], accessTypes: [] });
  const contact = await call('POST', pathTo('CreateContact'), { lastName: 'NOA', firstName: 'Arthur' });
  const params = { contactId: contact.documentId };
  const access = await call('PUT', pathTo('SaveContactAccess', params), {
    version: 0,
    closed: false,
    resources: [],
    accessTypes: [],
  });
  const { link } = await call('POST', pathTo('IssueKey', params), { version: access.version });
  return link;
};

test('the packed plugin lets a guest in', async ({ page, request }) => {
  const link = await openAccess(request);

  const login = await request.post(`${site.url}${pathTo('LogInByKey')}`, { data: { key: link.split('#')[1] } });
  expect(login.status()).toBe(200);
  const { token } = (await login.json()).data;
  const me = await request.get(`${site.url}${pathTo('GetMe')}`, { headers: { Authorization: `Bearer ${token}` } });
  expect((await me.json()).data.lastName).toBe('NOA');

  await page.goto(link);
  await page.getByRole('button').first().click();
  await expect(page.getByText('Arthur NOA', { exact: true })).toBeVisible();
});

/** A folder of the bare site with these files: what they import is what the site has installed. */
const folderWith = (name: string, files: Readonly<Record<string, string>>): string => {
  const folder = join(dirname(process.env['SITE_FILE'] ?? ''), name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
};

test('the packed client calls the site from Node, imported and required', async ({ request }) => {
  const [, key = ''] = (await openAccess(request)).split('#');
  const folder = folderWith('programs', programs);
  for (const file of Object.keys(programs)) {
    const said = execFileSync(process.execPath, [file, site.url, key], { cwd: folder, encoding: 'utf8' });
    expect(JSON.parse(said), file).toEqual(['NOA', 0, 'invalid_session']);
  }
});

test('the packed client is typed, for both kinds of modules', () => {
  const folder = folderWith('typed', typedPrograms);
  const compiler = join(folder, '../node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', '.'], { cwd: folder, encoding: 'utf8' });
  const faults = [...stdout.matchAll(/^(\S+\(\d+),\d+\): error (TS\d+)/gm)].map(([, at, code]) => `${at} ${code}`);
  expect(faults).toEqual(expectedFaults);
});

test('the packed client is small, and brings no library along', () => {
  const folder = join(dirname(process.env['SITE_FILE'] ?? ''), 'node_modules/strapi-plugin-guest-access/dist/client');
  for (const file of ['index.mjs', 'index.js']) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).not.toMatch(/\brequire\(|\bfrom ['"]|^import /m);
    expect(gzipSync(text).length).toBeLessThan(10_000);
  }
});
