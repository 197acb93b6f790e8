import { parseAddress, type Strapi } from '../../kernel';
import { countRequest, mayMailStranger, mayTellEditor } from './strangers';

const limits = {
  requestsPerAddress: 3,
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

const asked = async (strapi: Strapi, ...addresses: string[]): Promise<boolean[]> => {
  const answers = [];
  for (const one of addresses) answers.push(await mayMailStranger(strapi, address(one)));
  return answers;
};

describe('mails that strangers cause', () => {
  it('J10 are few to one address, however it is written', async () => {
    const strapi = siteWith();
    expect(await asked(strapi, 'a@one.example', 'A@One.example', 'a@ONE.example')).toEqual([true, true, false]);
    expect(await asked(strapi, 'b@one.example')).toEqual([true]);
  });

  it('J12 are few to one domain, also with a new tag each', async () => {
    const tagged = [1, 2, 3, 4, 5].map((tag) => `a+${tag}@one.example`);
    const strapi = siteWith();
    expect(await asked(strapi, ...tagged)).toEqual([true, true, true, true, false]);
    expect(await asked(strapi, 'a@two.example')).toEqual([true]);
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

it('J12 an editor is told of a few arrivals in an hour, and each editor for himself', async () => {
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
