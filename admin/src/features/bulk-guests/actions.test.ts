import type { Permission } from '../../../../contract/routes';
import { actionsFor, bodyOf, newDraft } from './actions';

const who =
  (...held: Permission[]) =>
  (permission: Permission) =>
    held.includes(permission);

describe('what is done with a selection of guests', () => {
  it('is offered to whoever may do it to one', () => {
    expect(actionsFor(who())).toEqual([]);
    expect(actionsFor(who('guests.update'))).toEqual(['close', 'invite']);
    expect(actionsFor(who('guests.update', 'access.manage'))).toEqual(['approve', 'close', 'reopen', 'invite']);
    expect(actionsFor(who('access.manage', 'access.read'))).toEqual(['give', 'take']);
    expect(actionsFor(who('keys.issue', 'keys.send', 'guests.delete'))).toEqual(['prolong', 'send-keys', 'delete']);
  });

  it('obtains keys for those without one only where its editor may issue them', () => {
    expect(newDraft('send-keys', who('keys.send', 'keys.issue')).obtain).toBe(true);
    expect(newDraft('send-keys', who('keys.send')).obtain).toBe(false);
    expect(newDraft('close', who('keys.issue')).obtain).toBe(false);
  });

  it('is sent with the fields of its action and no others', () => {
    const draft = newDraft('close', who());
    expect(bodyOf('close', { ...draft, lastDay: '2027-03-31' }, ['a'])).toEqual({
      ...{ guestIds: ['a'], action: 'close', expiresAt: null, grants: null, obtain: false },
    });
    expect(bodyOf('prolong', { ...draft, lastDay: '2027-03-31' }, ['a'])).toMatchObject({
      expiresAt: new Date(2027, 2, 31, 23, 59, 59).toISOString(),
    });
    expect(bodyOf('give', draft, ['a'])).toBeNull();
    expect(bodyOf('give', { ...draft, accessTypes: new Set(['tasks']) }, ['a'])).toMatchObject({
      grants: { resources: [], accessTypes: ['tasks'] },
    });
  });
});
