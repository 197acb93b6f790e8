import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, type Administrator } from './administrator';
import { violationsIn } from './axe';
import { site } from './support';

export const portal = `${site.url}/guest`;
/** One that every policy takes. */
export const goodPassword = 'trois girafes bleues en avril';

/** What axe finds wrong with the page as it stands. */
export const violations = (page: Page): Promise<string[]> => violationsIn(page, 'html');

/** By how much the page is wider than its window. */
export const excessWidth = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** An address that no other test uses, at a domain that `openDoors` lets join. */
export const newAddress = (domain = 'partenaire.example'): string => `p-${randomUUID().slice(0, 8)}@${domain}`;

interface Mail {
  readonly to: readonly { readonly address: string }[];
  readonly text: string;
}

const mailsTo = async (address: string): Promise<Mail[]> => {
  const response = await fetch(`${site.mail.web}/api/email`);
  const mails = (await response.json()) as Mail[];
  return mails.filter(({ to }) => to.some((one) => one.address === address));
};

/**
 * The link below `path` in the newest mail to an address, once that many such mails have come.
 * @throws after twenty seconds
 */
export const linkMailedTo = async (address: string, path: string, amount = 1): Promise<string> => {
  const pattern = new RegExp(`${portal}/${path}#g[a-z]{2}_[0-9A-Za-z]{36}`);
  const deadline = Date.now() + 20_000;
  for (;;) {
    const links = (await mailsTo(address)).flatMap(({ text }) => pattern.exec(text) ?? []);
    const link = links.at(-1);
    if (link !== undefined && links.length >= amount) return link;
    if (Date.now() > deadline)
      throw new Error(`${links.length} of ${amount} links to ${path} were mailed to ${address}`);
    await wait(200);
  }
};

interface PortalSettings {
  signInMethods?: object;
  brand?: object;
  joining?: object;
}

/** Once a file: its tests may change the settings, which are put back after them. */
export const keepSettings = (): void => {
  let kept: object;
  test.beforeAll(async ({ request }) => {
    kept = (await (await administratorOf(request)).get(pathTo('GetSettings'))).data.settings;
  });
  test.afterAll(async ({ request }) => {
    await (await administratorOf(request)).send('PUT', pathTo('SaveSettings'), kept);
  });
};

/** Changes parts of the settings. */
export const changeSettings = async (administrator: Administrator, changes: PortalSettings): Promise<void> => {
  const { settings } = (await administrator.get(pathTo('GetSettings'))).data;
  await administrator.send('PUT', pathTo('SaveSettings'), { ...settings, ...changes });
};

/** Every door open, and who has an address at `partenaire.example` may join. */
export const openDoors = (administrator: Administrator, joining: object = {}): Promise<void> =>
  changeSettings(administrator, {
    signInMethods: { key: true, password: true },
    joining: {
      mode: 'domains',
      addAs: 'guest',
      approval: false,
      domains: [{ domain: 'partenaire.example', resources: [], accessTypes: [] }],
      resources: [],
      accessTypes: ['tags'],
      notify: [],
      ...joining,
    },
  });

interface NewGuest {
  readonly documentId: string;
  readonly email: string;
  readonly login: string;
}

/** A guest made by an editor, who was mailed the link that sets their password, or given a temporary one. */
export const inviteGuest = async (
  administrator: Administrator,
  fields: { temporaryPassword?: string; accessTypes?: string[]; lastName?: string; photo?: number } = {}
): Promise<NewGuest> => {
  const email = newAddress();
  const grants = { resources: [], accessTypes: ['tags'], companyRecords: false, companyContacts: false };
  const body = { lastName: 'Kermarrec', firstName: 'Anne', locale: 'fr', email, ...grants, ...fields };
  const { data } = await administrator.send('POST', pathTo('CreateGuest'), {
    invite: !fields.temporaryPassword,
    ...body,
  });
  return { documentId: data.documentId, email, login: data.login };
};

/** Logs in by the form of the login page, in French. */
export const logIn = async (page: Page, login: string, password = goodPassword): Promise<void> => {
  await page.goto(`${portal}/login`);
  await page.getByLabel('Adresse e-mail ou identifiant').fill(login);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('button', { name: /^Mon compte/ })).toBeVisible();
};

/** A guest with a password of their own; nobody is logged in. */
export const guestWithPassword = async (
  page: Page,
  administrator: Administrator,
  fields: { photo?: number } = {}
): Promise<NewGuest> => {
  const guest = await inviteGuest(administrator, fields);
  const link = await linkMailedTo(guest.email, 'password');
  const token = link.slice(link.indexOf('#') + 1);
  const answer = await page.request.post(`${site.url}${pathTo('ResetPassword')}`, {
    data: { token, password: goodPassword },
    headers: { Connection: 'close' },
  });
  expect(answer.ok()).toBe(true);
  return guest;
};

/** An invitation link: `…/invitation#gil_…`. */
export const makeInvitation = async (
  administrator: Administrator,
  fields: object = {}
): Promise<{ id: string; url: string }> => {
  const body = { name: 'Chantier', accessTypes: ['tags'], resources: [], ...fields };
  const { data } = await administrator.send('POST', pathTo('CreateInvitationLink'), body);
  return { id: data.link.documentId, url: data.url };
};

/** «de Marc», «d’Anne»: a name as it stands in a French text. */
export const ofName = (name: string): string =>
  /^[aeiouœæ]/i.test(name.normalize('NFKD')) ? `d’${name}` : `de ${name}`;
