import { hash } from '@node-rs/argon2';
import { argon2, digestOf, dummyDigest, isFresh, matches } from './digests';
import { scryptDigest, scryptMatches } from './scrypt';

describe('a digest', () => {
  it('is argon2id with 19 MiB and two passes, salted, and matches its password only', async () => {
    const [one, two] = await Promise.all([digestOf('correct horse'), digestOf('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await matches('correct horse', one)).toBe(true);
    expect(await matches('correct horse ', one)).toBe(false);
  });

  it.each([72, 73, 100, 120])('tells a password of %i characters from one with another end', async (length) => {
    const password = 'é'.repeat(length - 1);
    const digest = await digestOf(`${password}X`);
    expect(await matches(`${password}X`, digest)).toBe(true);
    expect(await matches(`${password}Y`, digest)).toBe(false);
    expect(await matches(password, digest)).toBe(false);
  });

  it('takes composed and decomposed characters for the same, and keeps spaces and emoji', async () => {
    const digest = await digestOf('  Forêt 🌲 étoilée '.normalize('NFC'));
    expect(await matches('  Forêt 🌲 étoilée '.normalize('NFD'), digest)).toBe(true);
    expect(await matches('Forêt 🌲 étoilée', digest)).toBe(false);
  });

  it('of other parameters still matches, and is to be made anew', async () => {
    const older = await hash('correct horse', { algorithm: 2, memoryCost: 4096, timeCost: 3, parallelism: 1 });
    expect(await matches('correct horse', older)).toBe(true);
    expect(await isFresh(older)).toBe(false);
    expect(await isFresh(await digestOf('correct horse'))).toBe(true);
  });

  it('matches nothing where it is none', async () => {
    for (const broken of ['', 'x', '$argon2id$', '$scrypt$', '$scrypt$ln=30,r=8,p=1$AAAA$AAAA', '$2b$10$abc'])
      expect([broken, await matches('x', broken)]).toEqual([broken, false]);
  });

  it('stands in for a missing one with the same parameters', async () => {
    expect(await dummyDigest()).toBe(await dummyDigest());
    expect(await isFresh(await dummyDigest())).toBe(true);
  });
});

describe('without the native library', () => {
  it('scrypt makes and knows digests', async () => {
    const digest = await scryptDigest('correct horse');
    expect(digest).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
    expect(await scryptMatches('correct horse', digest)).toBe(true);
    expect(await scryptMatches('correct horsf', digest)).toBe(false);
  });

  it('what it made is known with it too, and is to be made anew', async () => {
    expect(await argon2()).not.toBeNull();
    const digest = await scryptDigest('correct horse');
    expect(await matches('correct horse', digest)).toBe(true);
    expect(await isFresh(digest)).toBe(false);
  });
});
