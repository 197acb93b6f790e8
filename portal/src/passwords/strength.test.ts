import { timesTheWork } from '../../../tests/support/timing';
import { estimate } from './estimator';
import { strengthOf } from './strength';

const say = (password: string, about: string[] = []) => strengthOf(estimate(password, about));

describe('the strength of a password', () => {
  it.each([
    ['password1', 'strength.veryWeak', 'advice.common'],
    ['motdepasse', 'strength.weak', 'advice.common'],
    ['azertyuiop', 'strength.weak', 'advice.keyboard'],
    ['aaaaaaaaaaaaaa', 'strength.veryWeak', 'advice.repeat'],
  ])('%s is %s, and why', (password, label, advice) => {
    expect(say(password)).toMatchObject({ label, advice });
  });

  it('knows its owner’s names', () => {
    expect(say('kermarrec', ['Kermarrec']).advice).toBe('advice.name');
  });

  it('has no advice for a good one', () => {
    expect(say('trois girafes bleues en avril')).toEqual({ score: 4, label: 'strength.strong', advice: null });
  });

  it('does not take its time over a long one', () => {
    expect(
      timesTheWork(
        () => say('a1B2'.repeat(128)),
        () => say('a1B2'.repeat(32))
      )
    ).toBeLessThan(9);
  });

  it('has something to say of warnings it does not know', () => {
    expect(strengthOf({ score: 1, warning: 'constructor' }).advice).toBe('advice.longer');
  });
});
