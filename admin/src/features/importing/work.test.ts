import { wishesFor, workOf } from './work';

it('the work of an import is what its state says', () => {
  expect((['checking', 'applying', 'undoing'] as const).map(workOf)).toEqual(['checking', 'applying', 'undoing']);
});

it('work can be paused and stopped while it goes on, and resumed once it does not', () => {
  expect(wishesFor('running')).toEqual(['pause', 'cancel']);
  expect(wishesFor('paused')).toEqual(['resume', 'cancel']);
  expect(wishesFor('failed')).toEqual(['resume']);
  expect(wishesFor('cancelled')).toEqual(['resume']);
  expect([wishesFor('done'), wishesFor(null)]).toEqual([[], []]);
});
