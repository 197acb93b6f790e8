import { jobStates } from '../../../../contract/jobs';
import { actionsFor, saidOf } from './actions';

const allOf = (recurs: boolean) => Object.fromEntries(jobStates.map((state) => [state, actionsFor({ state, recurs })]));

describe('what can be done with a job', () => {
  it('goes by its state', () => {
    expect(allOf(false)).toEqual({
      waiting: ['run', 'pause', 'cancel'],
      running: ['pause', 'cancel'],
      paused: ['resume', 'cancel'],
      failed: ['retry'],
      done: [],
      cancelled: ['retry'],
    });
  });

  it('is never to cancel one that recurs', () => {
    expect(Object.values(allOf(true)).flat()).not.toContain('cancel');
    expect(actionsFor({ state: 'waiting', recurs: true })).toEqual(['run', 'pause']);
  });

  it('stops one that is being done only at its next step, and says so', () => {
    expect(saidOf('cancel', { state: 'running' })).toBe('stops');
    expect(saidOf('cancel', { state: 'cancelled' })).toBe('cancel');
    // A worker may have taken it before the answer.
    expect(saidOf('retry', { state: 'running' })).toBe('retry');
  });
});
