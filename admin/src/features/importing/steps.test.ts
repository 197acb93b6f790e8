import { importStates } from '../../../../contract/importing';
import { isMoving, stepOf, viewOf } from './steps';

const planOf = (state: (typeof importStates)[number], guests = 0, source: 'file' | 'typed' = 'file') => ({
  state,
  source,
  counts: { guests },
});
const asked = (step: string | null, isGranted = false) => ({ step, isGranted });

describe('what is shown of an import', () => {
  it.each([
    ['receiving', 'columns', 'columns'],
    ['checking', 'work', 'check'],
    ['checked', 'check', 'check'],
    ['applying', 'work', 'report'],
    ['applied', 'report', 'report'],
    ['undoing', 'work', 'report'],
    ['undone', 'report', 'report'],
    ['refused', 'refused', 'columns'],
  ] as const)('that is %s is %s', (state, view, step) => {
    expect(viewOf(planOf(state), asked(null))).toBe(view);
    expect(stepOf(view, state)).toBe(step);
  });

  it('follows the address only while an editor decides', () => {
    for (const state of importStates.filter((one) => one !== 'checked')) {
      expect(viewOf(planOf(state), asked('summary', true))).toBe(viewOf(planOf(state), asked(null)));
    }
    expect(viewOf(planOf('checked', 2), asked('access'))).toBe('access');
    expect(viewOf(planOf('checked'), asked('nonsense'))).toBe('check');
  });

  it('asks what guests get where there are some, and never skips it', () => {
    expect(viewOf(planOf('checked'), asked('access'))).toBe('summary');
    expect(viewOf(planOf('checked', 1), asked('summary'))).toBe('access');
    expect(viewOf(planOf('checked', 1), asked('summary', true))).toBe('summary');
  });

  it('has no columns where it was typed', () => {
    expect(viewOf(planOf('checked', 0, 'typed'), asked('columns'))).toBe('check');
    expect(viewOf(planOf('checked'), asked('columns'))).toBe('columns');
  });
});

describe('an import moves', () => {
  const job = (state: 'running' | 'paused' | 'failed' | 'cancelled') => ({
    state,
    done: null,
    total: null,
    lastError: null,
  });
  it('while something is done with it', () => {
    expect(isMoving({ state: 'checking', job: null })).toBe(true);
    expect(isMoving({ state: 'applying', job: job('running') })).toBe(true);
    expect(isMoving({ state: 'applying', job: job('paused') })).toBe(true);
  });
  it('no more once the work has failed or was cancelled, nor while an editor decides', () => {
    expect(isMoving({ state: 'applying', job: job('failed') })).toBe(false);
    expect(isMoving({ state: 'undoing', job: job('cancelled') })).toBe(false);
    expect(isMoving({ state: 'checked', job: job('running') })).toBe(false);
  });
});
