import type { ImportPlan } from '../../../../../contract/importing';
import type { Permission } from '../../../../../contract/routes';
import { mayUndo } from './undo';

const none = {
  rows: 3,
  problems: 0,
  incomplete: 0,
  email: 0,
  name: 0,
  phone: 0,
  guests: 0,
  guestsWithoutAddress: 0,
  add: 0,
  merge: 0,
  skip: 0,
  added: 0,
  merged: 0,
  guestsCreated: 0,
  notDone: 0,
  undone: 0,
  kept: 0,
};
const applied = (counts: Partial<typeof none>): Pick<ImportPlan, 'canBeUndone' | 'counts'> => ({
  canBeUndone: true,
  counts: { ...none, ...counts },
});
const only =
  (...permissions: Permission[]) =>
  (permission: Permission) =>
    permissions.includes(permission);

describe('an import is taken back', () => {
  it('by who may undo each kind of thing that it did', () => {
    expect(mayUndo(applied({ added: 1 }), only('contacts.delete'))).toBe(true);
    expect(mayUndo(applied({ added: 1, merged: 1 }), only('contacts.delete'))).toBe(false);
    expect(mayUndo(applied({ added: 1, merged: 1 }), only('contacts.delete', 'contacts.update'))).toBe(true);
    expect(mayUndo(applied({ guestsCreated: 1 }), only('contacts.delete', 'contacts.update'))).toBe(false);
  });

  it('not where the server says that it cannot be', () => {
    expect(mayUndo({ ...applied({}), canBeUndone: false }, () => true)).toBe(false);
    expect(mayUndo({ canBeUndone: true, counts: null }, () => true)).toBe(false);
  });
});
