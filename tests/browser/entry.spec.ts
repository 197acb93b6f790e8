import { expect, test, type Page } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { administratorOf, type Administrator } from './administrator';
import {
  changeSettings,
  excessWidth,
  goodPassword,
  guestWithPassword,
  inviteGuest,
  keepSettings,
  linkMailedTo,
  logIn,
  makeInvitation,
  newAddress,
  openDoors,
  portal,
  violations,
} from './guests';
import { site } from './support';

keepSettings();
let administrator: Administrator;
test.beforeEach(async ({ request }) => {
  administrator = await administratorOf(request);
  await openDoors(administrator);
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const home = (page: Page) => heading(page, 'Mes accès');
const callsThatWrite = (page: Page): string[] => {
  const calls: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() !== 'GET' && !pathname.endsWith('/preview')) calls.push(`${request.method()} ${pathname}`);
  });
  return calls;
};

test.describe('without a session', () => {
  test('any page leads to the login page, and back after logging in', async ({ page }) => {
    const { email } = await guestWithPassword(page, administrator);
    await page.goto(`${portal}/tags?q=a`);
    await expect(heading(page, 'Se connecter')).toBeVisible();
    await page.getByLabel('Adresse e-mail ou identifiant').fill(email);
    await page.getByLabel('Mot de passe', { exact: true }).fill(goodPassword);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(home(page)).toBeVisible();
    await expect(page).toHaveURL(`${portal}/tags?q=a`);
  });

  test('what the address says of another page is not followed (P02)', async ({ page }) => {
    const { email } = await guestWithPassword(page, administrator);
    for (const where of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const wanted = encodeURIComponent(where);
      await page.context().clearCookies();
      await page.goto(`${portal}/login?redirect=${wanted}&next=${wanted}&returnTo=${wanted}&from=${wanted}`);
      await page.evaluate((from) => history.replaceState({ usr: { from }, key: 'x', idx: 0 }, ''), where);
      await page.reload();
      await page.getByLabel('Adresse e-mail ou identifiant').fill(email);
      await page.getByLabel('Mot de passe', { exact: true }).fill(goodPassword);
      await page.getByRole('button', { name: 'Se connecter' }).click();
      await expect(home(page)).toBeVisible();
      expect(new URL(page.url()).pathname).toMatch(/^\/guest(\/|$)/);
    }
  });

  test('the address is never read as HTML (P06)', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'harmed', { value: [], writable: false }));
    const bad = '<img src=x onerror=window.harmed.push(1)>';
    for (const path of ['/login?q=', '/password#', '/invitation#', '/join/confirm#gvt_', '/key#', '/email#']) {
      await page.goto(`${portal}${path}${bad}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.locator('img[src=x]').count()).toBe(0);
    }
    expect(await page.evaluate('window.harmed')).toEqual([]);
  });

  test('wrong credentials are refused in words, and stay typed', async ({ page }) => {
    await page.goto(`${portal}/login`);
    await page.getByLabel('Adresse e-mail ou identifiant').fill('personne@partenaire.example');
    await page.getByLabel('Mot de passe', { exact: true }).fill('faux mot de passe');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByRole('alert')).toContainText('ne permettent pas d’entrer');
    await expect(page.getByLabel('Adresse e-mail ou identifiant')).toHaveValue('personne@partenaire.example');
  });

  test('only the doors that are open are shown', async ({ page }) => {
    await openDoors(administrator, { mode: 'nobody' });
    await changeSettings(administrator, { signInMethods: { key: true, password: false } });
    await page.goto(`${portal}/login`);
    await expect(heading(page, 'Ouvrez le lien que vous avez reçu')).toBeVisible();
    await expect(page.locator('input')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Se joindre' })).toHaveCount(0);
    await page.goto(`${portal}/join`);
    await expect(heading(page, 'On ne peut pas se joindre ici')).toBeVisible();
  });

  test('a door that is shut while its page is open says so', async ({ page }) => {
    await page.goto(`${portal}/join`);
    // The field is there once the page has asked which doors are open.
    await page.getByLabel('Adresse e-mail').fill(newAddress());
    await openDoors(administrator, { mode: 'nobody' });
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(page.getByText('fermée sur ce site').or(heading(page, 'On ne peut pas se joindre ici'))).toBeVisible();
  });

  test('too many attempts: the page says in how long to come back', async ({ page }) => {
    const body = { data: null, error: { status: 429, name: 'TooManyRequests', message: '', details: {} } };
    await page.route('**/auth/password', (route) =>
      route.fulfill({ status: 429, headers: { 'Retry-After': '840' }, json: body })
    );
    await page.goto(`${portal}/login`);
    await page.getByLabel('Adresse e-mail ou identifiant').fill('a');
    await page.getByLabel('Mot de passe', { exact: true }).fill('b');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByRole('alert')).toContainText('Réessayez dans 14 minutes');
  });

  test('without network the page says so and keeps what was typed', async ({ page, context }) => {
    await page.goto(`${portal}/forgot`);
    await page.getByLabel('Adresse e-mail').fill('anne@partenaire.example');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Recevoir le lien' }).click();
    await expect(page.getByRole('alert')).toContainText('n’est pas connecté au réseau');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Recevoir le lien' }).click();
    await expect(heading(page, 'Regardez vos messages')).toBeVisible();
  });
});

test('an invited guest sets their password by the mailed link and is in; the link is then used up', async ({
  page,
}) => {
  const { email } = await inviteGuest(administrator);
  const link = await linkMailedTo(email, 'password');
  await page.goto(link);
  await expect(heading(page, 'Choisissez votre mot de passe')).toBeVisible();
  expect(page.url()).toBe(`${portal}/password`);
  await expect(page.getByText('Bonjour Anne Kermarrec.')).toBeVisible();

  const field = page.getByLabel('Nouveau mot de passe');
  await field.fill('court');
  await expect(page.getByText(/^Solidité : /)).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer et se connecter' }).click();
  await expect(page.getByText('Ce mot de passe est trop court.')).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill('kermarrec kermarrec');
  await page.getByRole('button', { name: 'Enregistrer et se connecter' }).click();
  await expect(page.getByText('N’utilisez ni votre nom')).toBeVisible();

  await field.fill(goodPassword);
  await page.getByRole('button', { name: 'Enregistrer et se connecter' }).dblclick();
  await expect(home(page)).toBeVisible();
  await expect(page.getByText('Votre mot de passe est enregistré.').first()).toBeVisible();
  expect(
    await page.evaluate(() => document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage }))
  ).not.toMatch(/g[a-z]{2}_[0-9A-Za-z]/);

  await page.context().clearCookies();
  await page.goto(link);
  await expect(heading(page, 'Ce lien n’est plus valable')).toBeVisible();
  await page.getByRole('button', { name: 'Recevoir un nouveau lien' }).click();
  await expect(heading(page, 'Regardez vos messages')).toBeVisible();
  const newer = await linkMailedTo(email, 'password', 2);
  await page.goto(newer);
  await expect(page.getByText('Bonjour Anne Kermarrec.')).toBeVisible();
});

test('a lost password: mail, new password, in; the link does not serve twice', async ({ page }) => {
  const { email } = await guestWithPassword(page, administrator);
  await page.goto(`${portal}/login`);
  await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
  await expect(heading(page, 'Mot de passe oublié')).toBeFocused();
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Recevoir le lien' }).dblclick();
  await expect(heading(page, 'Regardez vos messages')).toBeFocused();
  // The second of two clicks comes to what stands there by then.
  await page.getByRole('button', { name: 'Utiliser une autre adresse' }).hover();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(heading(page, 'Regardez vos messages')).toBeVisible();
  const link = await linkMailedTo(email, 'password', 2);
  await page.goto(link);
  await page.getByLabel('Nouveau mot de passe').fill('quatre girafes vertes en mai');
  await page.getByRole('button', { name: 'Enregistrer et se connecter' }).click();
  await expect(home(page)).toBeVisible();

  await page.goBack();
  await expect(page.locator('input[name=password]')).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(link);
  await expect(heading(page, 'Ce lien n’est plus valable')).toBeVisible();
});

test('a temporary password lets in once, to set one’s own', async ({ page }) => {
  const { login } = await inviteGuest(administrator, { temporaryPassword: 'provisoire 2026 lune' });
  await page.goto(`${portal}/login`);
  await page.getByLabel('Adresse e-mail ou identifiant').fill(login);
  await page.getByLabel('Mot de passe', { exact: true }).fill('provisoire 2026 lune');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByText('Votre mot de passe était provisoire')).toBeVisible();
  expect(
    await page.evaluate(() => JSON.stringify([history.state, localStorage, sessionStorage, location.href]))
  ).not.toMatch(/grt_/);

  await page.getByLabel('Nouveau mot de passe').fill('provisoire 2026 lune');
  await page.getByRole('button', { name: 'Enregistrer et se connecter' }).click();
  await expect(page.getByText('C’est votre mot de passe actuel.')).toBeVisible();
  await page.getByLabel('Nouveau mot de passe').fill(goodPassword);
  await page.getByRole('button', { name: 'Enregistrer et se connecter' }).click();
  await expect(home(page)).toBeVisible();
});

test('joining by keyboard alone: from the login page by the mail into a session', async ({ page }) => {
  const email = newAddress();
  await page.goto(`${portal}/login`);
  const join = page.getByRole('link', { name: 'Se joindre' });
  await expect(join).toBeVisible();
  for (
    let presses = 0;
    presses < 20 && !(await join.evaluate((link) => link === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(join).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Se joindre')).toBeFocused();
  const field = page.getByLabel('Adresse e-mail');
  await expect(field).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(field).toBeFocused();
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Regardez vos messages')).toBeFocused();

  await page.goto(await linkMailedTo(email, 'join/confirm'));
  await expect(field).toHaveValue(email);
  expect(page.url()).toBe(`${portal}/join/confirm`);
  await field.focus();
  for (const typed of ['Zoé', 'Martin', goodPassword]) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(typed);
  }
  await page.keyboard.press('Enter');
  await expect(home(page)).toBeVisible();
  await expect(page.getByText('Bienvenue ! Votre accès est ouvert.').first()).toBeVisible();

  const cookies = await page.context().cookies();
  expect(cookies.map(({ httpOnly, sameSite }) => [httpOnly, sameSite])).toEqual([[true, 'Strict']]);
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toMatch(
    /g[a-z]{2}_[0-9A-Za-z]/
  );
});

test('an address of another domain is refused at its field', async ({ page }) => {
  await page.goto(`${portal}/join`);
  const field = page.getByLabel('Adresse e-mail');
  await field.fill('anne@ailleurs.example');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByText('Les adresses de ce domaine ne sont pas acceptées ici.')).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill('pas une adresse');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByText('Il manque le signe @')).toBeVisible();
});

test('where an editor has to agree, the page says what happens next', async ({ page }) => {
  await openDoors(administrator, { approval: true });
  const email = newAddress();
  await page.goto(`${portal}/join`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Continuer' }).click();
  const link = await linkMailedTo(email, 'join/confirm');
  await page.goto(link);
  await page.getByLabel('Prénom').fill('Zoé');
  await page.getByLabel('Nom', { exact: true }).fill('Martin');
  await page.getByLabel('Nouveau mot de passe').fill(goodPassword);
  await page.getByRole('button', { name: 'Terminer' }).click();
  await expect(heading(page, 'Votre demande est enregistrée')).toBeFocused();
  expect(await page.context().cookies()).toEqual([]);

  // The back button, a reload, the link once more: each says what to do.
  await page.reload();
  await expect(heading(page, 'Ouvrez de nouveau votre lien')).toBeVisible();
  await page.goto(link);
  await expect(heading(page, 'Ce lien n’est plus valable')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Recommencer' })).toBeVisible();
});

test('who only registers is asked for no password', async ({ page }) => {
  await openDoors(administrator, { addAs: 'contact', accessTypes: [] });
  const email = newAddress();
  await page.goto(`${portal}/join`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.goto(await linkMailedTo(email, 'join/confirm'));
  await page.getByLabel('Prénom').fill('Zoé');
  await page.getByLabel('Nom', { exact: true }).fill('Martin');
  await expect(page.locator('input[type=password]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Envoyer mes coordonnées' }).click();
  await expect(heading(page, 'Merci, vous êtes inscrit')).toBeVisible();
});

test('an invitation: who invites, the address, the mail, and in; a revoked one says whom to ask', async ({ page }) => {
  const { id, url } = await makeInvitation(administrator);
  await page.goto(url);
  await expect(heading(page, 'Vous êtes invité')).toBeVisible();
  expect(page.url()).toBe(`${portal}/invitation`);
  await expect(page.getByRole('main')).toContainText(/vous invite à l’accès invité d[e’]/);
  const email = newAddress('ailleurs.example');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Accepter l’invitation' }).dblclick();
  await expect(heading(page, 'Regardez vos messages')).toBeVisible();
  await page.goto(await linkMailedTo(email, 'join/confirm'));
  await page.getByLabel('Prénom').fill('Zoé');
  await page.getByLabel('Nom', { exact: true }).fill('Martin');
  await page.getByLabel('Nouveau mot de passe').fill(goodPassword);
  await page.getByRole('button', { name: 'Terminer' }).click();
  await expect(home(page)).toBeVisible();

  await page.context().clearCookies();
  await administrator.call('DELETE', pathTo('RevokeInvitationLink', { linkId: id }));
  await page.goto('about:blank');
  await page.goto(url);
  await expect(heading(page, 'Cette invitation n’est plus valable')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Demandez une nouvelle invitation');
});

test('an invitation whose places are taken says so', async ({ page }) => {
  const { url } = await makeInvitation(administrator, { placesMax: 1 });
  const email = newAddress();
  await page.goto(url);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('button', { name: 'Accepter l’invitation' }).click();
  await page.goto(await linkMailedTo(email, 'join/confirm'));
  await page.getByLabel('Prénom').fill('Zoé');
  await page.getByLabel('Nom', { exact: true }).fill('Martin');
  await page.getByLabel('Nouveau mot de passe').fill(goodPassword);
  await page.getByRole('button', { name: 'Terminer' }).click();
  await expect(home(page)).toBeVisible();
  await page.context().clearCookies();
  await page.goto('about:blank');
  await page.goto(url);
  await expect(heading(page, 'Toutes les places sont prises')).toBeVisible();
});

test('somebody who is logged in chooses who they are before a link is used (V07)', async ({ page }) => {
  const guest = await guestWithPassword(page, administrator);
  const { url } = await makeInvitation(administrator);
  await logIn(page, guest.email);
  const another = await inviteGuest(administrator, { lastName: 'Autre' });
  const passwordLink = await linkMailedTo(another.email, 'password');
  const writes = callsThatWrite(page);
  const key = site.guests[0]?.key ?? '';
  for (const link of [passwordLink, url, `${portal}/key#${key}`, `${portal}/join`]) {
    await page.goto(link);
    await expect(heading(page, 'Vous êtes connecté en tant qu’Anne Kermarrec')).toBeVisible();
  }
  await page.getByRole('link', { name: 'Continuer en tant qu’Anne Kermarrec' }).click();
  await expect(home(page)).toBeVisible();
  expect(writes).toEqual([]);

  await page.goto(`${portal}/key#${key}`);
  await page.getByRole('button', { name: 'Se déconnecter et utiliser ce lien' }).click();
  await page.getByRole('button', { name: 'Entrer' }).click();
  await expect(home(page)).toBeVisible();
  await expect(page.getByRole('button', { name: /Anne Kermarrec/ })).toHaveCount(0);
  expect(writes).toEqual([`POST ${pathTo('LogOut')}`, `POST ${pathTo('LogInByKey')}`]);
});

test('a scanner that opens links and runs their scripts changes nothing (K10, V10)', async ({ page }) => {
  const invited = await inviteGuest(administrator);
  const invitation = await makeInvitation(administrator, { placesMax: 1 });
  const joiner = newAddress();
  await page.request.post(`${site.url}${pathTo('Join')}`, {
    data: { email: joiner },
    headers: { Connection: 'close' },
  });
  const links = [
    await linkMailedTo(invited.email, 'password'),
    await linkMailedTo(joiner, 'join/confirm'),
    invitation.url,
  ];
  const writes = callsThatWrite(page);
  for (const link of [...links, ...links]) {
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.locator('form')).toBeVisible();
    expect(page.url()).not.toContain('#');
  }
  expect(writes).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);

  // And a person after it can still go on.
  await page.goto('about:blank');
  await page.goto(links[0] ?? '');
  await page.getByLabel('Nouveau mot de passe').fill(goodPassword);
  await page.getByRole('button', { name: 'Enregistrer et se connecter' }).click();
  await expect(home(page)).toBeVisible();
});

test('a link of another kind, or cut off, asks nothing of the site', async ({ page }) => {
  const posts: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
  for (const [path, title] of [
    ['/password#gvt_', 'Ce lien n’est plus valable'],
    ['/join/confirm#grt_', 'Ce lien n’est plus valable'],
    ['/invitation#gak_', 'Cette invitation n’est plus valable'],
    ['/email#gil_', 'Ce lien n’est plus valable'],
  ] as const) {
    await page.goto(`${portal}${path}${'aB3'.repeat(12)}`);
    await expect(heading(page, title)).toBeVisible();
  }
  for (const path of ['/password', '/join/confirm', '/invitation', '/email']) {
    await page.goto(`${portal}${path}`);
    await expect(heading(page, 'Ouvrez de nouveau votre lien')).toBeVisible();
  }
  expect(posts).toEqual([]);
});

test('no request leaves the site and the policy is never broken on the pages of the doors (K11)', async ({ page }) => {
  const foreign: string[] = [];
  const broken: string[] = [];
  page.on('request', (request) => new URL(request.url()).origin !== site.url && foreign.push(request.url()));
  page.on('console', (message) => /Content Security Policy/i.test(message.text()) && broken.push(message.text()));
  await changeSettings(administrator, { brand: { colour: '#7a1fa2', logoUrl: null, welcome: {}, help: {} } });
  const { email } = await inviteGuest(administrator);
  const answer = await page.goto(await linkMailedTo(email, 'password'));
  expect(answer?.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
  expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  await page.getByLabel('Nouveau mot de passe').fill('azertyuiop');
  await expect(page.getByText(/^Solidité : /)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Enregistrer et se connecter' })).toHaveCSS(
    'background-color',
    'rgb(122, 31, 162)'
  );
  expect(foreign).toEqual([]);
  expect(broken).toEqual([]);
});

test('the hints are there where the estimator does not load', async ({ page }) => {
  await page.route('**/estimator-*.js', (route) => route.abort());
  const { email } = await inviteGuest(administrator);
  await page.goto(await linkMailedTo(email, 'password'));
  await expect(page.getByText('Au moins 12 caractères')).toBeVisible();
  await page.getByLabel('Nouveau mot de passe').fill(goodPassword);
  await expect(page.getByText(/^Solidité : /)).toHaveCount(0);
  await page.getByRole('button', { name: 'Enregistrer et se connecter' }).click();
  await expect(home(page)).toBeVisible();
});

test('the site’s own words and logo; its origin is allowed for images as soon as it is saved, and no other', async ({
  page,
}) => {
  const brand = {
    colour: '#ffcc00',
    logoUrl: 'https://cdn.partenaire.example/logo.png',
    welcome: { fr: 'Bonjour et bienvenue.\n\n<b>Ici</b>', en: '', cs: '' },
    help: { fr: 'Aide : 01 02 03 04 05', en: '', cs: '' },
  };
  await changeSettings(administrator, { brand });
  const answer = await page.goto(`${portal}/login`);
  expect(answer?.headers()['content-security-policy']).toContain(
    "img-src 'self' data: https://cdn.partenaire.example;"
  );
  await expect(page.getByText('<b>Ici</b>')).toBeVisible();
  await expect(page.getByText('Aide : 01 02 03 04 05')).toBeVisible();
  // The logo cannot be had here: its place is taken by the site's first letter.
  await expect(page.locator('.brand-mark')).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await changeSettings(administrator, { brand: { ...brand, colour: null, logoUrl: null } });
  const plain = await page.goto(`${portal}/login`);
  expect(plain?.headers()['content-security-policy']).toContain("img-src 'self' data:;");
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the pages of the doors, and none is wider than a phone (${colorScheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    const invited = await inviteGuest(administrator, { lastName: 'Kermarrec-Delacroix-Villeneuve' });
    const joiner = newAddress();
    await page.request.post(`${site.url}${pathTo('Join')}`, {
      data: { email: joiner },
      headers: { Connection: 'close' },
    });
    const { url } = await makeInvitation(administrator, { domain: 'un-tres-long-nom-de-domaine.example' });
    const mailed = [await linkMailedTo(invited.email, 'password'), await linkMailedTo(joiner, 'join/confirm')];
    const dead = `${portal}/password#grt_${'0'.repeat(36)}`;
    for (const link of [
      `${portal}/login`,
      `${portal}/forgot`,
      `${portal}/join`,
      ...mailed,
      url,
      dead,
      `${portal}/email`,
    ]) {
      await page.goto('about:blank');
      await page.goto(link);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const [password] = await page.locator('input[name=password]').all();
      await password?.fill('azerty');
      for (const language of ['fr', 'en', 'cs']) {
        await page.getByRole('banner').getByRole('combobox').selectOption(language);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        expect([link, language, await violations(page), await excessWidth(page)]).toEqual([link, language, [], 0]);
      }
    }
  });
}
