import { locales, messageKinds, type Settings } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  codeOf,
  editor,
  makeGuest,
  mailsTo,
  proveAddress,
  waitForMailTo,
  type Actor,
} from '../support';

let admin: Actor;
let kept: Settings;

const text = (subject: string, body: string) => ({ kind: 'access-key' as const, locale: 'fr' as const, subject, body });
const save = (changes: Partial<Settings>) => as(admin).put(pathTo('SaveSettings'), { ...kept, ...changes });
const preview = (body: object, kind = 'access-key') => as(admin).post(pathTo('PreviewMail', { kind }), body);

/** Mails a guest their key, in French, and waits for it. */
const mailOfKey = async () => {
  const { contact, access } = await makeGuest();
  await proveAddress(access.guestId ?? '', contact.email ?? '');
  await as(admin)
    .post(pathTo('SendKey', { contactId: contact.documentId }))
    .expect(200);
  const [mail] = await waitForMailTo(contact.email ?? '');
  return mail ?? Promise.reject(new Error('no mail'));
};

beforeAll(async () => {
  admin = await administrator();
  kept = (await as(admin).get(pathTo('GetSettings')).expect(200)).body.data.settings;
});

afterEach(() => save({}).expect(200));

describe('ListMails', () => {
  it('shows every message in every language, in words that may be saved as they are', async () => {
    const { mails } = (await as(admin).get(pathTo('ListMails')).expect(200)).body.data;
    expect(mails.map(({ kind }: { kind: string }) => kind)).toEqual([...messageKinds]);
    const mailTexts = mails.flatMap(({ kind, wordings }: { kind: string; wordings: object[] }) =>
      wordings.map((wording) => ({ kind, ...wording }))
    );
    expect(mailTexts).toHaveLength(messageKinds.length * locales.length);
    await save({ mailTexts }).expect(200);
  });

  it('says which variables there are, and which may be missing', async () => {
    const { mails } = (await as(admin).get(pathTo('ListMails')).expect(200)).body.data;
    expect(mails[0].variables).toEqual([
      { name: 'guestName', optional: true },
      { name: 'siteName', optional: false },
      { name: 'link', optional: false },
      { name: 'expiresAt', optional: true },
      { name: 'senderName', optional: true },
    ]);
  });
});

describe('PreviewMail', () => {
  it.each(messageKinds)(
    'shows %s in each language, with invented values and without sending anything',
    async (kind) => {
      for (const locale of locales) {
        const { subject, text: words, html } = (await preview({ locale }, kind).expect(200)).body.data;
        expect(`${subject}${words}${html}`).not.toMatch(/[{}]{2}.*[{}]{2}|\[\[|undefined|null/);
        expect(html).toContain(`<html lang="${locale}"`);
        expect(words).toContain('/guest/login');
      }
    }
  );

  it('tries words that are not saved, and keeps none of them', async () => {
    const tried = { locale: 'en', subject: 'For {{guestName}}', body: 'Now or never.\n\n{{link}}' };
    const { subject, text: words } = (await preview(tried).expect(200)).body.data;
    expect(subject).toBe('For Emily Carter');
    expect(words).toMatch(/^Now or never\.\n\nOpen my access\nhttp/);
    expect((await as(admin).get(pathTo('GetSettings')).expect(200)).body.data.settings.mailTexts).toEqual([]);
  });

  it('starts from the saved words', async () => {
    await save({ mailTexts: [text('À vous, {{guestName}}', 'Entrez.\n\n{{link}}')] }).expect(200);
    expect((await preview({ locale: 'fr' }).expect(200)).body.data.subject).toBe('À vous, Élodie Marchand');
    expect((await preview({ locale: 'fr', subject: 'Autre' }).expect(200)).body.data.text).toMatch(/^Entrez\./);
    expect((await preview({ locale: 'en' }).expect(200)).body.data.subject).toContain('Your access');
  });

  it('is for who may read the settings', async () => {
    await as(await editor(['settings.read']))
      .post(pathTo('PreviewMail', { kind: 'access-key' }), { locale: 'fr' })
      .expect(200);
    await as(await editor(['settings.update']))
      .post(pathTo('PreviewMail', { kind: 'access-key' }), { locale: 'fr' })
      .expect(403);
  });

  it.each([
    ['an unknown message', 'no-such', { locale: 'fr' }],
    ['a name of every object', 'constructor', { locale: 'fr' }],
    ['an unknown language', 'access-key', { locale: 'de' }],
    ['no language', 'access-key', {}],
    ['a receiver', 'access-key', { locale: 'fr', to: 'somebody@tests.example' }],
    ['a body that is no text', 'access-key', { locale: 'fr', body: ['x'] }],
    ['a body without end', 'access-key', { locale: 'fr', body: 'x'.repeat(5_001) }],
  ])('refuses %s', async (_, kind, body) => {
    await preview(body, kind).expect(400);
  });
});

describe('words of the site’s own', () => {
  it('are what the next message is sent in, whoever saved them', async () => {
    await save({ mailTexts: [text('Bienvenue {{guestName}}', 'Entrez donc.\n\n{{ link }}\n\nL’atelier')] }).expect(200);
    const mail = await mailOfKey();
    expect(mail.subject).toMatch(/^Bienvenue \S/);
    expect(mail.text).toMatch(/^Entrez donc\.\s+Ouvrir mon accès\s+http\S+#gak_\w{36}\s+L’atelier\s*$/);
    expect(mail.html).toContain('L’atelier');
  });

  it('are refused with the place and the piece, and then nothing is saved', async () => {
    const mailTexts = [
      text('Bonjour', '{{link}}'),
      { ...text('{{login}}', 'Bonjour {{guestName}'), locale: 'cs' as const },
    ];
    const { body } = await save({ mailTexts }).expect(400);
    expect(codeOf({ body })).toBe('invalid_settings');
    expect(body.error.details.errors).toEqual([
      {
        path: ['mailTexts', '1', 'subject'],
        message: 'unknown-placeholder',
        value: '{{login}}',
        name: 'ValidationError',
      },
      {
        path: ['mailTexts', '1', 'body'],
        message: 'malformed-placeholder',
        value: '{{guestName}',
        name: 'ValidationError',
      },
      { path: ['mailTexts', '1', 'body'], message: 'missing-link', value: '{{link}}', name: 'ValidationError' },
    ]);
    expect((await as(admin).get(pathTo('GetSettings')).expect(200)).body.data.settings.mailTexts).toEqual([]);
  });

  it('that a later version made wrong do not hold a message back, nor another change of the settings', async () => {
    const store = site.strapi.store({ type: 'plugin', name: 'guest-access', key: 'settings' });
    const mailTexts = [text('Bonjour {{nickname}}', '{{link}}')];
    await store.set({ value: { ...kept, mailTexts } });
    const mail = await mailOfKey();
    expect(mail.subject).toContain('Votre accès à');
    expect(site.logs.join('\n')).toContain('own words of the mail access-key (fr) are faulty');
    await save({ mailTexts, passwordPolicy: 'usual' }).expect(200);
  });
});

describe('the brand', () => {
  it('is on every message: colour and logo, at the site’s public address', async () => {
    const brand = { ...kept.brand, colour: '#ffd200', logoUrl: '/uploads/logo.png' };
    await save({ brand }).expect(200);
    const { html } = await mailOfKey();
    expect(html).toContain('background:#ffd200');
    expect(html).toMatch(/<img src="http[^"]+\/uploads\/logo\.png" alt="Atelier Nord"/);
  });
});

it('sends nothing by a preview', async () => {
  await preview({ locale: 'fr' }).expect(200);
  expect(await mailsTo('guest@example.com')).toEqual([]);
});
