import { passwordPolicies } from '../../../../contract';
import { commonPasswords } from './common';
import { faultsOf, isCommon, nameParts, policyOf } from './rules';

const about = ['Élodie', 'Saint-Exupéry', 'e.dupont@atelier-martin.example', null, 'www.vitrine.example'];

const faults = async (password: string, policy: keyof typeof passwordPolicies = 'long') =>
  faultsOf(password, { policy: passwordPolicies[policy], about, common: await commonPasswords() });

describe('a new password', () => {
  it.each([
    ['long', 'onze lettre', ['too-short']],
    ['long', 'douze lettre', []],
    ['usual', 'jfk 7 !', ['too-short']],
    ['usual', 'jfk 77 !', []],
    ['mixed', 'Aa1!x', ['too-short']],
    ['mixed', 'Aa1!xz', []],
    ['mixed', 'aa1!xz', ['classes']],
    ['mixed', 'AA1!XZ', ['classes']],
    ['mixed', 'Aaq!xz', ['classes']],
    ['mixed', 'Aa1qxz', ['classes']],
    ['mixed', 'Ěš1 xz', []],
  ] as const)('under the policy %s, %j has the faults %j', async (policy, password, expected) => {
    expect(await faults(password, policy)).toEqual(expected);
  });

  it('may have 120 characters, counted as people count them', async () => {
    expect(await faults(['🌲🌧 ', 'ř'.repeat(117)].join(''))).toEqual([]);
    expect(await faults(`${'ab🌲'.repeat(40)}x`)).toEqual(['too-long']);
  });

  it('is refused where everybody tries it', async () => {
    const common = await commonPasswords();
    for (const password of [
      'password',
      'PassWord',
      'Password1!',
      '!!iloveyou',
      '12345678',
      'azertyuiop',
      'qwertyqwerty',
    ])
      expect([password, isCommon(password, common)]).toEqual([password, true]);
    for (const password of ['abcdefghijkl', '1234567890123', 'zzzzzzzzzzzzz', 'abcabcabcabc', '987654321098'])
      expect([password, isCommon(password, common)]).toEqual([password, true]);
    for (const password of ['neuf canards bleus', 'kf83nvlq02md', 'dragon des collines', 'Zx9!qp'])
      expect([password, isCommon(password, common)]).toEqual([password, false]);
  });

  it('is refused where it holds a name or the address of its owner, or of the site', async () => {
    for (const password of ['elodie aime le bleu', 'SAINT bernard 7', 'xx-dupont-1977', 'la vitrine ouverte'])
      expect([password, await faults(password)]).toEqual([password, ['own-name']]);
  });

  it('takes parts of four letters and more for names', () => {
    expect(nameParts(about)).toEqual([
      'elodie',
      'saint',
      'exupery',
      'dupont',
      'atelier',
      'martin',
      'example',
      'vitrine',
    ]);
  });

  it('from an editor, for the first login, may have eight characters under any policy', () => {
    expect(policyOf('long', 'temporary')).toEqual({ minLength: 8, maxLength: 120, classes: false });
    expect(policyOf('mixed', 'temporary')).toEqual({ minLength: 8, maxLength: 120, classes: false });
    expect(policyOf('mixed', 'chosen')).toEqual(passwordPolicies.mixed);
  });
});
