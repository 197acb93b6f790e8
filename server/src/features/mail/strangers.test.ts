import { parseAddress, type Strapi } from '../../kernel';
import { countRequest, mayMailGuest, mayMailStranger, mayTellEditor, type Asker } from './strangers';

const limits = {
  requestsPerAddress: 3,
  mailsPerAsker: 100,
  mailsPerRecipient: 2,
  mailsPerDomain: 4,
  mailsInAll: 6,
  arrivalMailsPerEditor: 2,
};

/** As much of a site as the counters ask for. */
const siteWith = (more: object = {}): Strapi =>
  ({
    db: { dialect: { client: 'sqlite' } },
    log: { warn: () => undefined },
    config: { get: () => ({ secret: 'a'.repeat(32), limits: { ...limits, ...more } }) },
  }) as unknown as Strapi;

const address = (text: string) => {
  const parsed = parseAddress(text);
  if (parsed.kind === 'refused') throw new Error(parsed.reason);
  return parsed;
};

const somebody: Asker = { ip: '192.0.2.1' };

const asked = async (strapi: Strapi, ...addresses: string[]): Promise<boolean[]> => {
  const answers = [];
  for (const one of addresses) answers.push(await mayMailStranger(strapi, address(one), somebody));
  return answers;
};

describe('mails that strangers cause', () => {
  it('J10 are few to one address, however it is written', async () => {
    const strapi = siteWith();
    expect(await asked(strapi, 'a@one.example', 'A@One.example', 'a@ONE.example')).toEqual([true, true, false]);
    expect(await asked(strapi, 'b@one.example')).toEqual([true]);
  });

  it('X11 are few to one mailbox, also with a new tag each, or dots where the host ignores them', async () => {
    expect(await asked(siteWith(), 'a+1@one.example', 'a+2@one.example', 'a@one.example')).toEqual([true, true, false]);
    const dotted = ['a.b.c@gmail.com', 'ab.c+x@gmail.com', 'abc@googlemail.com'];
    expect(await asked(siteWith(), ...dotted)).toEqual([true, true, false]);
  });

  it('J12 X11 are few to one registered domain, all that is below it with it', async () => {
    const everybody = [1, 2, 3, 4, 5].map((person) => `p${person}@${'sub.'.repeat(person % 3)}one.co.uk`);
    const strapi = siteWith();
    expect(await asked(strapi, ...everybody)).toEqual([true, true, true, true, false]);
    expect(await asked(strapi, 'a@two.co.uk')).toEqual([true]);
  });

  it('X11 are few by one asker, a guest or a network, who is told', async () => {
    const strapi = siteWith({ mailsPerAsker: 2 });
    const ask = (asker: Asker, site: number) => mayMailStranger(strapi, address(`a@site${site}.example`), asker);
    await ask({ ip: '2001:db8:0:1::1' }, 1);
    await ask({ ip: '2001:db8:0:1::2' }, 2);
    await expect(ask({ ip: '2001:db8:0:1::3' }, 3)).rejects.toMatchObject({ details: { code: 'too_many_requests' } });
    expect(await ask({ ip: '192.0.2.1' }, 3)).toBe(true);
    await ask({ guest: 'g1' }, 4);
    await ask({ guest: 'g1' }, 5);
    await expect(ask({ guest: 'g1' }, 6)).rejects.toMatchObject({ details: { code: 'too_many_requests' } });
    expect(await ask({ guest: 'g2' }, 6)).toBe(true);
  });

  it('are few in all', async () => {
    const everywhere = [1, 2, 3, 4, 5, 6, 7].map((site) => `a@site${site}.example`);
    expect(await asked(siteWith(), ...everywhere)).toEqual([true, true, true, true, true, true, false]);
  });

  it('are not counted where the limits are off', async () => {
    const same = Array.from({ length: 5 }, () => 'a@one.example');
    expect(await asked(siteWith({ enabled: false }), ...same)).toEqual(same.map(() => true));
  });
});

it('J12 an editor is told of a few arrivals in an hour, and each editor for themselves', async () => {
  const strapi = siteWith();
  const told = [];
  for (const name of ['a', 'a', 'a', 'b']) told.push(await mayTellEditor(strapi, address(`${name}@site.example`)));
  expect(told).toEqual([true, true, false, true]);
});

describe('requests of strangers', () => {
  it('A27 are counted by where they come from, an IPv6 network as one', async () => {
    const strapi = siteWith();
    for (const last of [1, 2, 3]) await countRequest(strapi, `2001:db8:0:1::${last}`);
    await expect(countRequest(strapi, '2001:db8:0:1:ffff::9')).rejects.toMatchObject({
      details: { code: 'too_many_requests' },
    });
    await countRequest(strapi, '2001:db8:0:2::1');
  });
});

describe('the way back in', () => {
  it('X11 is not shut for a guest by who asks for it in the name of tagged addresses, or of many who are nobody', async () => {
    const strapi = siteWith();
    for (const one of [1, 2, 3, 4]) await mayMailGuest(strapi, address(`a+${one}@one.example`), false);
    for (const one of [1, 2, 3, 4]) await mayMailGuest(strapi, address(`x${one}@site${one}.example`), false);
    expect(await mayMailGuest(strapi, address('y@site.example'), false)).toBe(false);
    expect(await mayMailGuest(strapi, address('a@one.example'), true)).toBe(true);
  });

  it('X11 is not shut by mails of other kinds to the same mailbox', async () => {
    const strapi = siteWith();
    await asked(strapi, 'a@one.example', 'a+1@one.example', 'a+2@one.example');
    expect(await mayMailGuest(strapi, address('a@one.example'), true)).toBe(true);
  });
});
