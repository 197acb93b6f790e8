import { expect, test, type APIRequestContext } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { logInByForm, site } from '../browser/support';

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

test('the packed plugin lets a guest in', async ({ page, request }) => {
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

  const login = await request.post(`${site.url}${pathTo('LogInByKey')}`, { data: { key: link.split('#')[1] } });
  expect(login.status()).toBe(200);
  const { token } = (await login.json()).data;
  const me = await request.get(`${site.url}${pathTo('GetMe')}`, { headers: { Authorization: `Bearer ${token}` } });
  expect((await me.json()).data.lastName).toBe('NOA');

  await page.goto(link);
  await page.getByRole('button').first().click();
  await expect(page.getByText('Arthur NOA', { exact: true })).toBeVisible();
});
