import { setTimeout as wait } from 'node:timers/promises';
import supertest from 'supertest';
import { pathTo } from '../../contract/routes';
import { admitted, kept, notTexts } from '../../server/src/kernel/address.examples';
import { newSecret } from '../../server/src/kernel/secrets';
import {
  administrator,
  aMinuteLater,
  as,
  askToJoin,
  codeOf,
  confirmJoin,
  goodPassword,
  guestWith,
  likelihoodOfSame,
  mailsTo,
  makeContact,
  makeGuest,
  makeProject,
  newAddress,
  nobody,
  previewJoin,
  proofOf,
  queriesOf,
  startInstance,
  timesOf,
  waitForMailTo,
  withJoining,
} from '../support';
import { databaseAsText } from './dump';

const open = { mode: 'domains', domains: [{ domain: 'example.com' }] };
const openTo = (domain: string) => ({ mode: 'domains', domains: [{ domain }] });

const table = (name: string) => site.strapi.db.connection(`guest_access_${name}`);
const count = async (name: string): Promise<number> => Number((await table(name).count({ n: '*' }).first())?.['n']);
const guestsAt = (email: string) => table('guests').where({ email_key: email.toLowerCase() });
const contactsAt = (email: string) => table('contacts').where({ email });

/** What a caller sees of an answer. */
const seen = ({ status, body, headers }: supertest.Response) => ({ status, body, names: Object.keys(headers).sort() });

describe('addresses at the door', () => {
  /** The last message of before: an instance that another file killed may hold one for minutes. */
  let last = 0;
  beforeAll(async () => {
    last = Number((await table('mail_messages').max({ id: 'id' }).first())?.['id'] ?? 0);
  });

  it.each(admitted)('J01 %s lets %j in, and writes to its stored form', (_row, email, address) =>
    withJoining(open, async () => {
      await table('mail_messages')
        .whereRaw('lower(to_address) = ?', [address.toLowerCase()])
        .update({ dedup_key: site.strapi.db.connection.raw('message_id') });
      const before = await count('mail_messages');
      await askToJoin(email).expect(202);
      expect(await count('mail_messages')).toBe(before + 1);
      const last = await table('mail_messages').orderBy('id', 'desc').first('to_address');
      expect(last).toEqual({ to_address: address });
    })
  );

  it('J01 keeps every other out: no mail, no row', () =>
    withJoining(open, async () => {
      // What was let in a moment ago becomes a request as its mail is sent.
      const underWay = () =>
        table('mail_messages')
          .where({ kind: 'join-confirm', status: 'queued' })
          .where('id', '>', last)
          .where((row) => void row.where('attempts', 0).orWhereNotNull('lease_token'));
      while ((await underWay()).length > 0) await wait(50);
      const [mails, requests] = [await count('mail_messages'), await count('vault_join_requests')];
      for (const [row, email] of [...kept, ...notTexts]) {
        // What becomes a text on the line is one.
        if (row === 'E86' && typeof JSON.parse(JSON.stringify(email ?? null)) === 'string') continue;
        const { status, body } = await askToJoin(email);
        expect([row, email, [400, 403].includes(status)]).toEqual([row, email, true]);
        expect(['invalid_body', 'domain_not_allowed']).toContain(codeOf({ body }));
      }
      expect([await count('mail_messages'), await count('vault_join_requests')]).toEqual([mails, requests]);
    }));

  it('J08 takes nothing beside what it asks for', () =>
    withJoining(open, async () => {
      const extras = ['role', 'audience', 'confirmed', 'contact', 'id', 'password', 'grants', 'closed', 'accessTypes'];
      const token = await proofOf(newAddress());
      for (const extra of extras) {
        const joined = await askToJoin(newAddress(), { [extra]: '1' }).expect(400);
        expect(codeOf(joined)).toBe('invalid_body');
        if (extra !== 'password') await confirmJoin(token, { [extra]: '1' }).expect(400);
      }
      for (const email of ['eve@example.com', ['eve@example.com'], null])
        await confirmJoin(token, { email }).expect(400);
      await as(nobody)
        .post(pathTo('Join'), '{"email":"a@example.com","email":["b@example.com"]}')
        .type('json')
        .expect(400);
      await confirmJoin(token).expect(200);
    }));
});

describe('what the door tells of people', () => {
  /** One of each kind, at one domain. */
  const cast = async (domain: string): Promise<Record<string, string>> => {
    const [known, guest, closed, fresh] = [
      newAddress(domain),
      newAddress(domain),
      newAddress(domain),
      newAddress(domain),
    ];
    await makeContact({ email: known });
    for (const email of [guest, closed]) await confirmJoin(await proofOf(email)).expect(200);
    await table('guests').where({ email_key: closed }).update({ closed: true });
    for (const email of [guest, closed]) await aMinuteLater(email);
    return { known, guest, closed, fresh };
  };

  it('J02 is the same for a new address, a contact, a guest and a closed guest', () =>
    withJoining(openTo('same.example'), async () => {
      const people = await cast('same.example');
      const answers = [];
      for (const email of Object.values(people)) answers.push(seen(await askToJoin(email)));
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]).toMatchObject({ status: 202, body: { data: {} } });
      expect((await waitForMailTo(people.guest ?? '', 2)).at(-1)?.text).not.toContain('gvt_');
      for (const email of [people.known, people.fresh])
        expect((await waitForMailTo(email ?? ''))[0]?.text).toContain('gvt_');
      expect(await mailsTo(people.closed ?? '')).toHaveLength(1);
    }));

  it('J02 asks the database the same before it answers', () =>
    withJoining(openTo('queries.example'), async () => {
      const people = await cast('queries.example');
      const asked: unknown[][] = [];
      const { connection } = site.strapi.db;
      for (const email of Object.values(people)) {
        const queries: unknown[] = [];
        const note = ({ sql, bindings }: { sql: string; bindings?: unknown[] }) => {
          // What else the outbox's worker asks runs beside the request.
          if (sql.startsWith('insert') && bindings?.includes('join-confirm')) queries.push(sql);
        };
        connection.on('query', note);
        await askToJoin(email).expect(202);
        connection.removeListener('query', note);
        asked.push(queries);
      }
      expect(asked[0]).toHaveLength(1);
      for (const queries of asked) expect(queries).toEqual(asked[0]);
    }));

  it(
    'J02 takes the same time',
    () =>
      withJoining(openTo('time.example'), async () => {
        const { guest = '' } = await cast('time.example');
        const rounds = 80;
        const times = await timesOf(rounds, {
          known: async () => askToJoin(guest).expect(202),
          unknown: async () => askToJoin(newAddress('time.example')).expect(202),
          // The message of a known one is a repetition after the first; so is this.
          repeated: async () => askToJoin('nobody@time.example').expect(202),
        });
        expect(likelihoodOfSame(times.known, times.unknown)).toBeGreaterThan(0.001);
      }),
    60_000
  );

  it(
    'X11 send one mailbox a few mails an hour, whatever tag or subdomain its owner is written to under',
    () =>
      withJoining({ mode: 'any' }, async () => {
        const limited = await startInstance({ RATE_LIMITS: 'true', MAIL_POLL_SECONDS: '3600' });
        try {
          const name = newAddress('tagged.example').split('@')[0] ?? '';
          for (let tag = 0; tag < 20; tag += 1) {
            await supertest(limited.url)
              .post(pathTo('Join'))
              .send({ email: `${name}+${tag}@tagged.example` })
              .expect(202);
          }
          const sent = await table('mail_messages').where('to_address', 'like', `${name}%`);
          expect(sent).toHaveLength(5);
          // Each of them to the address that was given: who somebody is hangs on all of it.
          expect(sent.map(({ to_address: to }: { to_address: string }) => to).sort()).toEqual(
            [0, 1, 2, 3, 4].map((tag) => `${name}+${tag}@tagged.example`)
          );
        } finally {
          limited.kill();
        }
      }),
    60_000
  );
});

describe('before the address is proved', () => {
  it('J03 there is neither a session nor anybody', () =>
    withJoining(open, async () => {
      const email = newAddress();
      const answer = await askToJoin(email).expect(202);
      expect(answer.headers['set-cookie']).toBeUndefined();
      await waitForMailTo(email);
      expect(await guestsAt(email)).toEqual([]);
      expect(await contactsAt(email)).toEqual([]);
    }));

  it('J09 no password is taken, so that nobody waits in somebody else’s access', () =>
    withJoining(open, async () => {
      const victim = newAddress();
      await askToJoin(victim, { password: goodPassword }).expect(400);
      await askToJoin(victim, { firstName: 'Eve', lastName: 'Attaquante' }).expect(400);
      const { body } = await confirmJoin(await proofOf(victim), { password: 'le-mot-de-passe-de-la-victime' }).expect(
        200
      );
      expect(body.data.guest).toMatchObject({ email: victim, lastName: 'Arrivée' });
      await as(nobody).post(pathTo('LogInByPassword'), { login: victim, password: goodPassword }).expect(401);
    }));

  it('J04, K09, K10 nothing is used up by looking', () =>
    withJoining(open, async () => {
      const token = await proofOf(newAddress());
      for (const path of [`/guest/join/confirm`, `${pathTo('ConfirmJoin')}?token=${token}`]) {
        await as(nobody).get(path);
        await supertest(site.url).head(path);
        await as(nobody).get(path).set('Purpose', 'prefetch');
      }
      for (let times = 0; times < 5; times += 1) await previewJoin(token).expect(200);
      await confirmJoin(token).expect(200);
    }));
});

describe('a contact whose address only looks like the proved one', () => {
  it('J01 is another person, whatever put the row there', () =>
    withJoining({ mode: 'any' }, async () => {
      const email = newAddress();
      const guest = await makeGuest();
      // As a data transfer brings it: past every check, and with the column by which contacts are searched.
      await table('contacts')
        .where({ document_id: guest.contact.documentId })
        .update({ email: email.replace('j-', 'ĵ-'), email_key: email, first_name: 'SOSIE' });
      const token = await proofOf(email);
      expect((await previewJoin(token)).text).not.toContain('SOSIE');
      const { body } = await confirmJoin(token).expect(200);
      const [row] = await table('guests').where({ email_key: email });
      expect(row.document_id).toBe(body.data.guest.documentId);
      expect(row.document_id).not.toBe(guest.access.guestId);
      expect(row.own_contact).not.toBe(guest.contact.documentId);
    }));
});

describe('a name that strangers give themselves', () => {
  it('P07 can neither be read as another nor be none', () =>
    withJoining({ mode: 'any' }, async () => {
      const token = await proofOf(newAddress());
      await confirmJoin(token, { firstName: '\u200B\u2060' }).expect(400);
      const { body } = await confirmJoin(token, { firstName: '\u202Eecila', lastName: 'A\u200Bdmin' }).expect(200);
      expect(body.data.guest).toMatchObject({ firstName: 'ecila', lastName: 'Admin' });
      const self = as(guestWith(body.data.token));
      await self.patch(pathTo('UpdateMe'), { lastName: '\u2066' }).expect(400);
    }));
});

describe('the link in the mail', () => {
  it('J04, J05 is one 401 for whoever is late: used, expired, superseded, unknown, of another kind', () =>
    withJoining(open, async () => {
      const unknown = await confirmJoin(newSecret('verification'));
      expect([unknown.status, codeOf(unknown)]).toEqual([401, 'invalid_link']);

      const used = await proofOf(newAddress());
      await confirmJoin(used).expect(200);
      const late = newAddress();
      const expired = await proofOf(late);
      await table('vault_join_requests')
        .where({ address: late })
        .update({ ends_at: Date.now() - 1 });
      const twice = newAddress();
      const superseded = await proofOf(twice);
      await aMinuteLater(twice);
      await proofOf(twice);
      const others = [newSecret('key'), newSecret('reset'), newSecret('invitation'), newSecret('session')];
      for (const token of [used, expired, superseded, ...others]) {
        expect(seen(await confirmJoin(token))).toEqual(seen(unknown));
        expect((await previewJoin(token)).body).toEqual(unknown.body);
      }
    }));

  it('K12 of a wrong kind or form costs no query', async () => {
    const wrong = [newSecret('key'), newSecret('reset'), newSecret('invitation'), `gvt_${'a'.repeat(36)}`, 'x'];
    const queries = await queriesOf(async () => {
      for (const token of wrong) {
        await confirmJoin(token).expect(401);
        await previewJoin(token).expect(401);
      }
    });
    expect(queries.filter((sql) => /join_requests|guest_access_guests/.test(sql))).toEqual([]);
  });

  it('A25 is a text and nothing else', async () => {
    for (const token of [{ $gt: '' }, ['gvt_'], 1, null, '', 'x'.repeat(201)]) {
      await confirmJoin(token).expect(400);
      await previewJoin(token).expect(400);
    }
  });

  it.each([
    ['the domain is taken off the list', { ...open, domains: [{ domain: 'example.org' }] }],
    ['nobody may join any more', { mode: 'nobody' }],
    ['everybody could, and now only some', { mode: 'domains', domains: [] }],
  ])('J06 is dead once %s', async (_what, after) => {
    const email = newAddress();
    const token = await withJoining({ mode: 'any' }, () => proofOf(email));
    await withJoining(after, async () => {
      await confirmJoin(token).expect(401);
      await previewJoin(token).expect(401);
    });
    expect(await guestsAt(email)).toEqual([]);
    expect(await contactsAt(email)).toEqual([]);
  });

  it('J06 is not sent at all where the rule was changed before the mail', async () => {
    const email = newAddress('gone.example');
    const before = await withJoining(openTo('gone.example'), () => proofOf(email));
    await aMinuteLater(email);
    const { dedup_key: key } = await table('mail_messages').where({ to_address: email }).first('dedup_key');
    await table('mail_messages').where({ dedup_key: key }).update({ status: 'queued', attempts: 0, next_at: 0 });
    await site.strapi.service('plugin::guest-access.mail').deliverDue();
    expect(await mailsTo(email)).toHaveLength(1);
    expect(await table('mail_messages').where({ dedup_key: key }).first('status')).toEqual({ status: 'cancelled' });
    await confirmJoin(before).expect(401);
  });

  it('is asked for by pages of this site alone where it gives a cookie', () =>
    withJoining(open, async () => {
      const token = await proofOf(newAddress());
      const foreign = confirmJoin(token, { carrier: 'cookie' }).set('Origin', 'https://evil.tld');
      expect(codeOf(await foreign.expect(403))).toBe('origin_refused');
      await confirmJoin(token, { carrier: 'cookie' }).expect(403);
      await as(nobody)
        .post(pathTo('ConfirmJoin'), `token=${token}&firstName=a&lastName=b`)
        .type('form')
        .expect((answer) => expect([400, 415]).toContain(answer.status));
      await confirmJoin(token).expect(200);
    }));

  it('K18 stands in no table, and in no log', () =>
    withJoining(open, async () => {
      const token = await proofOf(newAddress());
      const { body } = await confirmJoin(token).expect(200);
      const dump = await databaseAsText();
      for (const secret of [token, body.data.token, goodPassword]) {
        expect(dump).not.toContain(secret.slice(4));
        expect(site.logs.join('\n')).not.toContain(secret.slice(4));
      }
    }));
});

describe('many at once', () => {
  const atOnce = <T>(amount: number, work: (index: number) => PromiseLike<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: amount }, (_, index) => work(index)));

  it(
    'J07 makes one mail and one request of two hundred joins of one address',
    () =>
      withJoining(open, async () => {
        const email = newAddress();
        const statuses = await atOnce(200, (index) =>
          askToJoin(index % 2 === 0 ? email : ` ${email.toUpperCase()}`).then(({ status }) => status)
        );
        expect(new Set(statuses)).toEqual(new Set([202]));
        await waitForMailTo(email);
        await new Promise((resolve) => setTimeout(resolve, 1500));
        expect(await mailsTo(email)).toHaveLength(1);
        expect(await table('vault_join_requests').whereRaw('lower(address) = ?', [email])).toHaveLength(1);
      }),
    60_000
  );

  it(
    'J07 makes one guest, one contact and one session of two hundred clicks',
    () =>
      withJoining(open, async () => {
        const email = newAddress();
        const token = await proofOf(email);
        const answers = await atOnce(200, () => confirmJoin(token));
        const statuses = answers.map(({ status }) => status);
        expect(statuses.filter((status) => status === 200)).toHaveLength(1);
        // Where too many passwords wait to be hashed, some are sent away.
        expect(statuses.filter((status) => ![200, 401, 429].includes(status))).toEqual([]);
        const guests = await guestsAt(email);
        expect(guests).toHaveLength(1);
        expect(await contactsAt(email)).toHaveLength(1);
        expect(await table('vault_sessions').where({ guest: guests[0].document_id })).toHaveLength(1);
      }),
    60_000
  );

  it(
    'gives people of one name who come at once a login name each',
    () =>
      withJoining(open, async () => {
        const emails = Array.from({ length: 12 }, () => newAddress());
        const tokens = await Promise.all(emails.map((email) => proofOf(email)));
        const answers = await atOnce(tokens.length, (index) => confirmJoin(tokens[index], { lastName: 'Jumelle' }));
        expect(answers.map(({ status }) => status)).toEqual(tokens.map(() => 200));
        const logins = answers.map(({ body }) => body.data.guest.login);
        expect(new Set(logins).size).toBe(logins.length);
      }),
    60_000
  );
});

describe('what a domain gave', () => {
  const grantsOf = (guest: string) => table('grants').where({ guest }).orderBy('subject').pluck('subject');
  const admin = async () => as(await administrator());

  /** A guest who joined by their domain, and whom an editor gave tags. */
  const joined = async (email: string) => {
    const { body } = await confirmJoin(await proofOf(email)).expect(200);
    const id: string = body.data.guest.documentId;
    const { data } = (await (await admin()).get(pathTo('GetGuest', { guestId: id })).expect(200)).body;
    const own = (await contactsAt(email))[0];
    const { version, resources, accessTypes } = (
      await (await admin()).get(pathTo('GetContactAccess', { contactId: own.document_id })).expect(200)
    ).body.data;
    await (
      await admin()
    )
      .put(pathTo('SaveContactAccess', { contactId: own.document_id }), {
        version,
        closed: false,
        resources,
        accessTypes: [...accessTypes, 'tags'],
      })
      .expect(200);
    return { id, data, token: body.data.token as string };
  };

  const moveTo = async (id: string, email: string) => {
    const { data } = (await (await admin()).get(pathTo('GetGuest', { guestId: id })).expect(200)).body;
    const { lastName, firstName, mobile, country, timeZone, locale, title, login, description, details } = data;
    const { version, resources, accessTypes, companyContacts, companyRecords, pairedContacts } = data;
    await (
      await admin()
    )
      .put(pathTo('UpdateGuest', { guestId: id }), {
        ...{ lastName, firstName, mobile, country, timeZone, locale, title, login, description, details },
        ...{ version, resources, accessTypes, companyContacts, companyRecords, email },
        photo: null,
        contactIds: pairedContacts.map(({ documentId }: { documentId: string }) => documentId),
      })
      .expect(200);
  };

  it('J13 is lost where the address moves to a domain that is not allowed; what an editor gave stays', async () => {
    const project = await makeProject();
    const resources = [{ contentType: 'api::project.project', documentIds: [project.documentId] }];
    await withJoining({ ...open, accessTypes: ['tasks'], resources }, async () => {
      const { id, token } = await joined(newAddress());
      expect(await grantsOf(id)).toEqual([project.documentId, 'tags', 'tasks'].sort());
      await as(guestWith(token)).get('/api/tasks').expect(200);
      await moveTo(id, newAddress('elsewhere.example'));
      expect(await grantsOf(id)).toEqual(['tags']);
      await as(guestWith(token)).get('/api/tasks').expect(403);
    });
  });

  it('J13 stays within the domain, and goes as far as another domain does not give it', async () => {
    const domains = [
      { domain: 'example.com', accessTypes: ['tasks', 'absences'] },
      { domain: 'example.org', accessTypes: ['absences'] },
    ];
    await withJoining({ mode: 'domains', domains }, async () => {
      const { id } = await joined(newAddress());
      await moveTo(id, newAddress());
      expect(await grantsOf(id)).toEqual(['absences', 'tags', 'tasks']);
      await moveTo(id, newAddress('example.org'));
      expect(await grantsOf(id)).toEqual(['absences', 'tags']);
    });
  });
});

describe('limits', () => {
  it(
    'J10, J12 send an address a few mails an hour and say nothing of it; then refuse where the requests come from',
    () =>
      withJoining(openTo('limits.example'), async () => {
        const limited = await startInstance({ RATE_LIMITS: 'true', MAIL_POLL_SECONDS: '3600' });
        try {
          const ask = (email: string) => supertest(limited.url).post(pathTo('Join')).send({ email });
          const victim = newAddress('limits.example');
          const messages = () => table('mail_messages').where({ to_address: victim });
          for (let times = 0; times < 8; times += 1) {
            expect((await ask(victim)).status).toBe(202);
            await aMinuteLater(victim);
          }
          expect(await messages()).toHaveLength(5);
          // Another address is written to all the same.
          await ask(newAddress('limits.example')).expect(202);
          const statuses: number[] = [];
          for (let index = 0; index < 25; index += 1) {
            const answer = await ask(newAddress('limits.example')).set('X-Forwarded-For', `10.1.0.${index}`);
            statuses.push(answer.status);
            if (answer.status !== 429) continue;
            expect(codeOf(answer)).toBe('too_many_requests');
            expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
          }
          expect(statuses.at(-1)).toBe(429);
        } finally {
          limited.kill();
        }
      }),
    60_000
  );
});
