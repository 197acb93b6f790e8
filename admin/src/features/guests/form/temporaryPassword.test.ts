import { passwordPolicies, plainFaultsOf } from '../../../../../contract/constants';
import { newTemporaryPassword } from './temporaryPassword';

describe('a temporary password', () => {
  const made = Array.from({ length: 200 }, newTemporaryPassword);

  it('is taken by every policy', () => {
    for (const policy of Object.values(passwordPolicies)) {
      expect(made.flatMap((password) => plainFaultsOf(password, policy))).toEqual([]);
    }
  });

  it('is another one each time, without letters that are taken for one another', () => {
    expect(new Set(made).size).toBe(made.length);
    expect(made.filter((password) => !/^[^01oOiIlL]{4}(-[^01oOiIlL-]{4}){3}$/.test(password))).toEqual([]);
  });
});
