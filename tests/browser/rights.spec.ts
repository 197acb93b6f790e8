import { expect, test } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, makeAccount, makeContact } from './administrator';
import { logInToPanel, site } from './support';

const contacts = `${site.url}/admin/plugins/guest-access`;

/** A contact with an access, which is open or closed. */
const makeAccess = async (
  administrator: Awaited<ReturnType<typeof administratorOf>>,
  contact: { lastName: string; email: string },
  closed: boolean
): Promise<string> => {
  const contactId = await makeContact(administrator, contact);
  await administrator.send('PUT', pathTo('SaveContactAccess', { contactId }), {
    version: 0,
    closed,
    resources: [],
    accessTypes: ['tags'],
  });
  return contactId;
};

test('who may change contacts and manages no accesses sees why an address stays, and loses nothing', async ({
  page,
}) => {
  const administrator = await administratorOf(page.request);
  const lastName = `RETENU${Date.now()}`;
  const contactId = await makeAccess(administrator, { lastName, email: `${lastName}@retenu.example` }, false);
  await logInToPanel(page, await makeAccount(administrator, ['contacts.read', 'contacts.update']));
  await page.goto(`${contacts}?_q=${lastName}`);
  await page.getByRole('button', { name: `Modifier ${lastName} Test` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mobile').fill('06 11 22 33 44');
  await dialog.getByLabel('Email').fill('autre@retenu.example');
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog.getByText(/Un accès en dépend : il faut le droit de gérer les accès/)).toBeVisible();
  await expect(dialog.getByLabel('Mobile')).toHaveValue('06 11 22 33 44');
  await expect(dialog.getByLabel('Email')).toHaveValue('autre@retenu.example');
  const kept = async () => (await administrator.get(pathTo('GetContact', { contactId }))).data;
  expect(await kept()).toMatchObject({ email: `${lastName}@retenu.example`, mobile: null });

  await dialog.getByLabel('Email').fill(`${lastName}@retenu.example`);
  await dialog.getByRole('button', { name: 'Sauvegarder' }).click();
  await expect(dialog).toBeHidden();
  expect(await kept()).toMatchObject({ mobile: '06 11 22 33 44' });
});

test('who reads accesses and issues keys sees where a key goes, and why a closed access stays closed', async ({
  page,
}) => {
  const administrator = await administratorOf(page.request);
  const lastName = `CLOS${Date.now()}`;
  await makeAccess(administrator, { lastName, email: `${lastName}@clos.example` }, true);
  const rights = ['contacts.read', 'contacts.update', 'access.read', 'keys.issue', 'keys.send'];
  await logInToPanel(page, await makeAccount(administrator, rights));
  await page.goto(`${contacts}?_q=${lastName}`);
  await page.getByRole('button', { name: `Modifier ${lastName} Test` }).click();
  await expect(page.getByRole('dialog').getByLabel('Email')).toBeDisabled();
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
  await page
    .getByRole('button', { name: /Accès invité/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Obtenir une clé d’accès' })).toBeDisabled();
  await expect(dialog.getByText(/une clé l’ouvrirait/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();

  const open = `OUVERT${Date.now()}`;
  const contactId = await makeAccess(administrator, { lastName: open, email: `${open}@ouvert.example` }, false);
  await administrator.send('POST', pathTo('IssueKey', { contactId }), { version: 1 });
  await page.goto(`${contacts}?_q=${open}`);
  await page.getByRole('button', { name: `Accès invité d’${open} Test` }).click();
  await expect(dialog.getByText(`La clé sera envoyée à ${open.toLowerCase()}@ouvert.example.`)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Envoyer la clé d’accès' })).toBeEnabled();
});

test('who changes the settings and manages no accesses is told what they may not open', async ({ page }) => {
  const administrator = await administratorOf(page.request);
  await logInToPanel(page, await makeAccount(administrator, ['settings.read', 'settings.update']));
  await page.goto(`${site.url}/admin/settings/guest-access#joining`);
  await expect(page.getByText(/vous pouvez ici retirer et refermer, mais rien ouvrir/)).toBeVisible();
  await page.getByRole('radio', { name: 'Les adresses de certains domaines' }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert').getByText(/Qui peut s’inscrire : cela ouvre un accès/)).toBeVisible();
});
