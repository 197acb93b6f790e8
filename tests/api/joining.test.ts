import { randomUUID } from 'node:crypto';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  aMinuteLater,
  as,
  askToJoin,
  codeOf,
  confirmJoin,
  goodPassword,
  guestWith,
  mailsTo,
  makeContact,
  makeProject,
  makeTask,
  newAddress,
  nobody,
  previewJoin,
  proofOf,
  secretIn,
  waitForMailTo,
  withJoining,
} from '../support';

const open = { mode: 'domains', domains: [{ domain: 'example.com' }] };

const rowsOf = (uid: string, where: object): Promise<Record<string, unknown>[]> =>
  site.strapi.db.query(uid as 'admin::user').findMany({ where }) as unknown as Promise<Record<string, unknown>[]>;
const guestsAt = (email: string) => rowsOf('plugin::guest-access.guest', { emailKey: email.toLowerCase() });
const contactsAt = (email: string) => rowsOf('plugin::guest-access.contact', { email });
const grantsOf = async (guest: string) =>
  (await rowsOf('plugin::guest-access.grant', { guest })).map(({ subject }) => subject);

describe('POST /join', () => {
  it('mails a link to an address of an allowed domain, in the language of the page', () =>
    withJoining(open, async () => {
      const email = newAddress();
      const { body } = await askToJoin(email, { locale: 'cs' }).expect(202);
      expect(body).toEqual({ data: {} });
      const [mail] = await waitForMailTo(email);
      expect(mail?.text).toContain(`${site.url}/guest/join/confirm#gvt_`);
      expect(mail?.subject).toContain('Potvrďte');
      expect(await guestsAt(email)).toEqual([]);
    }));

  it('refuses a domain that is not in the list', () =>
    withJoining(open, async () => {
      const { body } = await askToJoin(newAddress('example.org')).expect(403);
      expect(codeOf({ body })).toBe('domain_not_allowed');
    }));

  it('is shut while nobody may join', async () => {
    const { body } = await askToJoin(newAddress()).expect(403);
    expect(codeOf({ body })).toBe('door_closed');
  });

  it('takes sub-domains where the rule says so, and then only those', () =>
    withJoining({ mode: 'domains', domains: [{ domain: '*.example.com' }] }, async () => {
      await askToJoin(newAddress('eu.example.com')).expect(202);
      await askToJoin(newAddress('deep.eu.example.com')).expect(202);
      await askToJoin(newAddress('example.com')).expect(403);
      await askToJoin(newAddress('notexample.com')).expect(403);
    }));

  it('takes every address where the mode is any', () =>
    withJoining({ mode: 'any' }, async () => {
      await askToJoin(newAddress('elsewhere.example')).expect(202);
    }));

  it('sends a guest the way to the login page instead of a link', () =>
    withJoining(open, async () => {
      const email = newAddress();
      await confirmJoin(await proofOf(email)).expect(200);
      const before = (await mailsTo(email)).length;
      await aMinuteLater(email);
      await askToJoin(email).expect(202);
      const mail = (await waitForMailTo(email, before + 1)).at(-1);
      expect(mail?.text).toContain(`${site.url}/guest/login`);
      expect(mail?.text).not.toContain('gvt_');
    }));
});

describe('POST /join/preview', () => {
  it('says what will come of it, and what is known of the address, and changes nothing', () =>
    withJoining({ ...open, approval: true }, async () => {
      const email = newAddress();
      await makeContact({ email, firstName: 'Anne', lastName: 'Connue' });
      const token = await proofOf(email);
      for (let times = 0; times < 2; times += 1) {
        const { body } = await previewJoin(token).expect(200);
        expect(body.data).toEqual({
          email,
          addAs: 'guest',
          approval: true,
          inviterName: null,
          firstName: 'Anne',
          lastName: 'Connue',
        });
      }
      await confirmJoin(token).expect(200);
      await previewJoin(token).expect(401);
    }));
});

describe('POST /join/confirm', () => {
  it('makes a guest with what the settings and their domain give, and logs them in', async () => {
    const [project, other] = [await makeProject(), await makeProject()];
    const task = await makeTask({ project });
    const grants = {
      ...open,
      accessTypes: ['tasks'],
      domains: [
        {
          domain: 'example.com',
          resources: [{ contentType: 'api::project.project', documentIds: [project.documentId] }],
          accessTypes: ['absences'],
        },
        {
          domain: 'example.org',
          resources: [{ contentType: 'api::project.project', documentIds: [other.documentId] }],
        },
      ],
    };
    await withJoining(grants, async () => {
      const email = newAddress();
      const { body } = await confirmJoin(await proofOf(email), { locale: 'en' }).expect(200);
      expect(body.data).toMatchObject({
        outcome: 'session',
        token: expect.stringMatching(/^gst_/),
        guest: { email, firstName: 'Alice', lastName: 'Arrivée', locale: 'en', hasPassword: true },
      });
      const tasks = await as(guestWith(body.data.token)).get('/api/tasks').expect(200);
      expect(tasks.body.data.map(({ documentId }: { documentId: string }) => documentId)).toEqual([task.documentId]);
      const [guest] = await guestsAt(email);
      expect((await grantsOf(String(guest?.documentId))).sort()).toEqual(
        ['absences', 'tasks', project.documentId].sort()
      );
      expect(guest).toMatchObject({ origin: 'domain', closed: false, waiting: false });
    });
  });

  it('keeps the session in a cookie where the page asks for it', () =>
    withJoining(open, async () => {
      const token = await proofOf(newAddress());
      const answer = await confirmJoin(token, { carrier: 'cookie' }).set('Origin', site.url).expect(200);
      expect(answer.body.data).toMatchObject({ outcome: 'session', token: null });
      expect(answer.headers['set-cookie']?.[0]).toContain('HttpOnly');
    }));

  it('asks for a password, and for a good one, and the link stays good until there is one', () =>
    withJoining(open, async () => {
      const token = await proofOf(newAddress());
      const missing = await confirmJoin(token, { password: undefined }).expect(400);
      expect(missing.body.error.details.errors[0].path).toEqual(['password']);
      const weak = await confirmJoin(token, { password: 'court' }).expect(400);
      expect(weak.body.error.details).toMatchObject({
        code: 'weak_password',
        faults: expect.arrayContaining(['too-short']),
      });
      await confirmJoin(token).expect(200);
    }));

  it('pairs the new guest with the one contact that has their address', () =>
    withJoining(open, async () => {
      const email = newAddress();
      const contact = await makeContact({ email });
      await confirmJoin(await proofOf(email)).expect(200);
      const [guest] = await guestsAt(email);
      expect(guest?.ownContact).toBe(contact.documentId);
      expect(await contactsAt(email)).toHaveLength(1);
    }));

  it('makes a contact where there is none, and one more where several have the address', () =>
    withJoining(open, async () => {
      const [fresh, shared] = [newAddress(), newAddress()];
      await makeContact({ email: shared });
      await makeContact({ email: shared });
      await confirmJoin(await proofOf(fresh)).expect(200);
      await confirmJoin(await proofOf(shared)).expect(200);
      expect(await contactsAt(fresh)).toMatchObject([{ lastName: 'Arrivée', firstName: 'Alice' }]);
      expect(await contactsAt(shared)).toHaveLength(3);
    }));

  it('gives address, password and grants to the guest whom an editor made from the contact', () =>
    withJoining({ ...open, accessTypes: ['absences'] }, async () => {
      const email = newAddress();
      const contact = await makeContact({ email });
      const project = await makeProject();
      const resources = [{ contentType: 'api::project.project', documentIds: [project.documentId] }];
      const admin = as(await administrator());
      await admin
        .put(pathTo('SaveContactAccess', { contactId: contact.documentId }), {
          version: 0,
          closed: false,
          resources,
          accessTypes: ['tasks'],
        })
        .expect(200);
      const { body } = await confirmJoin(await proofOf(email)).expect(200);
      expect(body.data).toMatchObject({ outcome: 'session', guest: { email, hasPassword: true } });
      const access = (await admin.get(pathTo('GetContactAccess', { contactId: contact.documentId })).expect(200)).body
        .data;
      expect(access.accessTypes.sort()).toEqual(['absences', 'tasks']);
      expect(access).toMatchObject({ resources, guestId: body.data.guest.documentId });
      expect(await guestsAt(email)).toHaveLength(1);
    }));

  it('is refused where an editor has closed the access of that contact', () =>
    withJoining(open, async () => {
      const email = newAddress();
      const contact = await makeContact({ email });
      await as(await administrator())
        .put(pathTo('SaveContactAccess', { contactId: contact.documentId }), {
          version: 0,
          closed: true,
          resources: [],
          accessTypes: ['tasks'],
        })
        .expect(200);
      await confirmJoin(await proofOf(email)).expect(401);
      expect(await guestsAt(email)).toEqual([]);
    }));

  it('lets nobody in before an editor agrees, where the settings say so', () =>
    withJoining({ ...open, approval: true }, async () => {
      const email = newAddress();
      const { body } = await confirmJoin(await proofOf(email)).expect(200);
      expect(body.data).toEqual({ outcome: 'waiting', token: null, expiresAt: null, guest: null });
      expect(await guestsAt(email)).toMatchObject([{ closed: true, waiting: true }]);
    }));

  it('only adds to the address book where people do not become guests', () =>
    withJoining({ ...open, addAs: 'contact' }, async () => {
      const [fresh, known] = [newAddress(), newAddress()];
      await makeContact({ email: known, lastName: 'Connue' });
      for (const email of [fresh, known]) {
        const { body } = await confirmJoin(await proofOf(email), { password: undefined }).expect(200);
        expect(body.data).toEqual({ outcome: 'registered', token: null, expiresAt: null, guest: null });
        expect(await guestsAt(email)).toEqual([]);
      }
      expect(await contactsAt(fresh)).toMatchObject([{ lastName: 'Arrivée', language: 'fr' }]);
      expect(await contactsAt(known)).toMatchObject([{ lastName: 'Connue' }]);
    }));

  it('comes in without what was to be given and is gone', async () => {
    const project = await makeProject();
    const resources = [{ contentType: 'api::project.project', documentIds: [project.documentId] }];
    await withJoining({ ...open, resources }, async () => {
      const token = await proofOf(newAddress());
      await site.strapi
        .documents('api::project.project' as 'api::task.task')
        .delete({ documentId: project.documentId });
      const { body } = await confirmJoin(token).expect(200);
      expect(await grantsOf(body.data.guest.documentId)).toEqual([]);
    });
  });

  it('tells those whom the settings name, each once, in the language of their panel', async () => {
    const french = newAddress('tests.example');
    const english = `${randomUUID()}@tests.example`;
    await site.strapi.service('admin::user').create({
      email: english,
      password: goodPassword,
      firstname: 'E',
      lastname: 'E',
      preferedLanguage: 'en',
      roles: [],
    });
    await withJoining({ ...open, notify: [french, english] }, async () => {
      const email = newAddress();
      await confirmJoin(await proofOf(email)).expect(200);
      const [toFrench] = await waitForMailTo(french);
      const [toEnglish] = await waitForMailTo(english);
      expect(toFrench?.subject).toContain('a rejoint');
      expect(toEnglish?.subject).toContain('joined');
      // As data: nothing that a mail client would make a link of.
      expect(toEnglish?.text).toContain(email.replace('@', ' @ ').replace('.', '. '));
      expect(toEnglish?.text).toContain('/admin/plugins/guest-access/guests');
    });
    await withJoining({ ...open, notify: [french], approval: true }, async () => {
      await confirmJoin(await proofOf(newAddress())).expect(200);
      const mails = await waitForMailTo(french, 2);
      expect(mails).toHaveLength(2);
      expect(mails.at(-1)?.subject).toContain('attend votre accord');
    });
  });

  it('is good once more for an address whose first mail was lost: the newer link counts', () =>
    withJoining(open, async () => {
      const email = newAddress();
      const first = await proofOf(email);
      await aMinuteLater(email);
      await askToJoin(email).expect(202);
      const second = secretIn((await waitForMailTo(email, 2)).at(-1));
      await confirmJoin(first).expect(401);
      await confirmJoin(second).expect(200);
    }));
});

describe('settings of joining', () => {
  it('J11 are refused with the place of each fault, and nothing is saved', async () => {
    const admin = as(await administrator());
    const { settings } = (await admin.get(pathTo('GetSettings')).expect(200)).body.data;
    const joining = {
      ...settings.joining,
      domains: [{ domain: 'co.uk' }, { domain: 'Example.com' }, { domain: 'example.com' }],
      notify: ['"a@evil.tld"@example.com'],
    };
    const { body } = await admin.put(pathTo('SaveSettings'), { ...settings, joining }).expect(400);
    expect(codeOf({ body })).toBe('invalid_settings');
    expect(body.error.details.errors).toEqual([
      { path: ['joining', 'domains', '0', 'domain'], message: 'public-suffix', name: 'ValidationError' },
      { path: ['joining', 'domains', '2', 'domain'], message: 'same-domain-twice', name: 'ValidationError' },
      { path: ['joining', 'notify', '0'], message: 'not-an-address', name: 'ValidationError' },
    ]);
    expect((await admin.get(pathTo('GetSettings')).expect(200)).body.data.settings).toEqual(settings);
  });

  it('J11 judge domains as they are typed, and change nothing', async () => {
    const admin = as(await administrator());
    const { settings } = (await admin.get(pathTo('GetSettings')).expect(200)).body.data;
    const domains = ['co.uk', 'Gmail.com', 'maison.example', '*.société.fr', '10.0.0.1', 'a.*.example', 'x'];
    const { body } = await admin.post(pathTo('JudgeDomains'), { domains }).expect(200);
    expect(body.data.verdicts).toEqual([
      { domain: 'co.uk', problem: 'public-suffix', caution: null },
      { domain: 'Gmail.com', problem: null, caution: 'free-mail-domain' },
      { domain: 'maison.example', problem: null, caution: null },
      { domain: '*.société.fr', problem: null, caution: null },
      { domain: '10.0.0.1', problem: 'ip-address', caution: null },
      { domain: 'a.*.example', problem: 'wildcard-misplaced', caution: null },
      { domain: 'x', problem: 'not-a-domain', caution: null },
    ]);
    expect((await admin.get(pathTo('GetSettings')).expect(200)).body.data.settings).toEqual(settings);
    await admin.post(pathTo('JudgeDomains'), { domains: ['x'.repeat(300)] }).expect(400);
  });

  it('J11 are shown as people read them', () =>
    withJoining({ mode: 'domains', domains: [{ domain: ' *.Exämple.com ' }, { domain: 'Gmail.com' }] }, async () => {
      const { body } = await as(await administrator())
        .get(pathTo('GetSettings'))
        .expect(200);
      const { settings, cautions } = body.data;
      expect(settings.joining.domains.map(({ domain }: { domain: string }) => domain)).toEqual([
        '*.exämple.com',
        'gmail.com',
      ]);
      expect(cautions).toEqual([{ path: 'joining.domains[1].domain', caution: 'free-mail-domain' }]);
    }));

  it('M10 caution against mail that goes out unencrypted, while somebody may join', async () => {
    const host = site.strapi.config.get('plugin::email.providerOptions.host');
    site.strapi.config.set('plugin::email.providerOptions.host', 'mail.example.com');
    try {
      const cautions = async () => (await as(await administrator()).get(pathTo('GetSettings'))).body.data.cautions;
      expect(await cautions()).toEqual([]);
      await withJoining(open, async () => {
        expect(await cautions()).toEqual([{ path: 'joining.mode', caution: 'unencrypted-mail' }]);
      });
    } finally {
      site.strapi.config.set('plugin::email.providerOptions.host', host);
    }
  });

  it('make the door known to the login page', () =>
    withJoining(open, async () => {
      const { body } = await as(nobody).get(pathTo('GetSite')).expect(200);
      expect(body.data.signInMethods).toContain('join');
    }));
});
