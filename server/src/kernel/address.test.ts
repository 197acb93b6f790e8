import fc from 'fast-check';
import { cleanAddress } from '../../../contract';
import { timesTheWork } from '../../../tests/support/timing';
import { parseAddress, parseDomain, readableAddress, readableDomain } from './address';
import { admitted, kept, notTexts } from './address.examples';

/** The verdict of a site that lets in exactly `example.com`. */
const comesIn = (input: unknown): boolean => {
  const parsed = parseAddress(input);
  return parsed.kind === 'address' && parsed.domain === 'example.com';
};

const parts = (input: string) => {
  const parsed = parseAddress(input);
  return parsed.kind === 'address' ? { address: parsed.address, key: parsed.key } : parsed.reason;
};

describe('parseAddress, where exactly example.com may come in', () => {
  it.each(admitted)('%s lets %j in', (_row, input, address) => {
    expect(comesIn(input)).toBe(true);
    expect(parts(input)).toEqual({ address, key: address.toLowerCase() });
  });

  it.each(kept)('%s keeps %j out', (_row, input) => expect(comesIn(input)).toBe(false));

  it.each(notTexts)('%s keeps %j out for not being a text', (_row, input) =>
    expect(parseAddress(input)).toEqual({ kind: 'refused', reason: 'not-text' })
  );

  it.each([
    [`${' '.repeat(240)}alice@example.com`, 'too-long'],
    ['\u00e9'.repeat(128), 'too-long'],
    ['alice.example.com', 'no-at'],
    ['alice@evil.tld, bob@example.com', 'space'],
    ['alice@evil.tld,bob@example.com', 'several'],
    ['al ice@example.com', 'space'],
    ['alicé@example.com', 'local-part'],
    ['al"ice@example.com', 'local-part'],
    ['alice@example', 'domain'],
    ['alice@xn--zzzzzz999.com', 'domain'],
    ['alice@\uff45xample.com', 'domain'],
  ])('says of %j why: %s', (input, reason) => expect(parts(input)).toBe(reason));

  it.each([
    ['zoe@société.fr', 'zoe@xn--socit-esab.fr'],
    ['zoe@socie\u0301te\u0301.fr', 'zoe@xn--socit-esab.fr'],
    ['Zoe@SOCIÉTÉ.FR', 'Zoe@xn--socit-esab.fr'],
    ['Zoé Dupont <zoe@société.fr>', 'zoe@xn--socit-esab.fr'],
    ['zoe@straße.de', 'zoe@xn--strae-oqa.de'],
    ['zoe@пример.рф', 'zoe@xn--e1afmkfd.xn--p1ai'],
  ])('takes %j for %s', (input, address) => {
    expect(parts(input)).toEqual({ address, key: address.toLowerCase() });
    expect(parseAddress(readableAddress(address))).toMatchObject({ address });
  });

  it.each([
    ['zoe@xn--socit-esab.fr', 'zoe@société.fr'],
    ['zoe@xn--e1afmkfd.xn--p1ai', 'zoe@пример.рф'],
    ['zoe@example.com', 'zoe@example.com'],
    ['zoe@xn--xample-2of.com', 'zoe@xn--xample-2of.com'],
    ['zoe@xn--80ak6aa92e.com', 'zoe@xn--80ak6aa92e.com'],
    ['zoe@xn--exmple-cua.com', 'zoe@exämple.com'],
    ['zoe@xn--zzzzzz999.com', 'zoe@xn--zzzzzz999.com'],
    ['zoe', 'zoe'],
  ])('shows %s as %s', (address, shown) => expect(readableAddress(address)).toBe(shown));

  it.each([
    ['société.fr', 'xn--socit-esab.fr'],
    [' SOCIE\u0301TE\u0301.fr\u00a0', 'xn--socit-esab.fr'],
    ['xn--socit-esab.fr', 'xn--socit-esab.fr'],
    ['exam\u00adple.com', null],
    ['société', null],
  ])('reads the domain %j as %s', (typed, domain) => expect(parseDomain(typed)).toBe(domain));

  it('shows a rule for domains', () => expect(readableDomain('*.xn--socit-esab.fr')).toBe('*.société.fr'));

  it('takes international names as A-labels', () => {
    expect(parts('alice@xn--strae-oqa.de')).toEqual({
      address: 'alice@xn--strae-oqa.de',
      key: 'alice@xn--strae-oqa.de',
    });
    expect(parts('alice@example.xn--p1ai')).toMatchObject({ key: 'alice@example.xn--p1ai' });
  });

  it('answers 10 MB at once', () => {
    const pasted = (bytes: number) => Buffer.alloc(bytes, 'a.').toString();
    const [huge, quarter] = [pasted(10_000_000), pasted(2_500_000)];
    expect(parts(huge)).toBe('too-long');
    expect(
      timesTheWork(
        () => parts(huge),
        () => parts(quarter)
      )
    ).toBeLessThan(9);
  });
});

const lowerLetters = 'abcdefghijklmnopqrstuvwxyz';
const letters = fc.string({
  unit: fc.constantFrom(...lowerLetters, ...lowerLetters.toUpperCase(), ...'0123456789'),
  minLength: 1,
  maxLength: 10,
});
const dotted = (min: number) => fc.array(letters, { minLength: min, maxLength: 4 }).map((labels) => labels.join('.'));
const signs = fc.string({
  unit: fc.constantFrom(...'ab.@"()<>,;:\\[]%!=? \t\r\n\u0000\u00e9\u212a', 'xn--', '.com'),
  maxLength: 40,
});

describe('parseAddress, whatever comes', () => {
  it('accepts every plain address, and its own answer again', () => {
    fc.assert(
      fc.property(dotted(1), dotted(1), (local, domain) => {
        const parsed = parseAddress(`${local}@${domain}.com`);
        if (domain.split('.').some((label) => label.toLowerCase().startsWith('xn--'))) return;
        expect(parsed).toMatchObject({ kind: 'address', domain: `${domain.toLowerCase()}.com` });
        expect(parsed.kind === 'address' && parseAddress(parsed.address)).toEqual(parsed);
      })
    );
  });

  it('accepts nothing with a sign that another mailer could read otherwise', () => {
    const nearly = fc.tuple(letters, signs, letters).map((parts) => `${parts.join('')}@example.com`);
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(signs, nearly, fc.string({ unit: 'binary' })), (text) => {
        const parsed = parseAddress(text);
        if (parsed.kind === 'refused') return;
        accepted += 1;
        expect(parsed.address).toMatch(/^[A-Za-z0-9#$&'*+/^_{|}~.-]+@[a-z0-9.-]+$/);
        expect(parsed.address.split('@')).toHaveLength(2);
        expect(parsed.address.endsWith(`@${parsed.domain}`)).toBe(true);
        expect(parsed.key).toBe(parsed.address.toLowerCase());
        expect(parsed.address.split('@')[0]).toBe(cleanAddress(text).split('@')[0]);
        expect(readableDomain(parsed.domain)).toBe(cleanAddress(text).split('@')[1]?.normalize('NFC').toLowerCase());
      }),
      { numRuns: 2_000 }
    );
    expect(accepted).toBeGreaterThan(10);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(['address', 'refused']).toContain(parseAddress(input).kind);
      })
    );
  });
});
