import type { Permission } from '../../../../contract/routes';
import { bodyOf, mayAny, newDraft, withKeys } from './draft';

const who =
  (...held: Permission[]) =>
  (permission: Permission) =>
    held.includes(permission);
const all = newDraft(who('access.read', 'access.manage', 'keys.issue', 'keys.send'));

describe('the form of a bulk action', () => {
  it('begins with all that its editor may do, and nothing else', () => {
    expect(all).toMatchObject({ gives: true, issueKeys: true, mailKeys: 'new' });
    expect(newDraft(who('access.read', 'keys.send'))).toMatchObject({
      gives: false,
      issueKeys: false,
      mailKeys: 'all',
    });
    expect(newDraft(who('access.read', 'access.manage'))).toMatchObject({ issueKeys: false, mailKeys: 'none' });
  });

  it('is offered to whoever sees accesses and may do any of it', () => {
    expect(mayAny(who('access.read', 'keys.send'))).toBe(true);
    expect(mayAny(who('access.read'))).toBe(false);
    expect(mayAny(who('access.manage', 'keys.issue'))).toBe(false);
  });

  it('is sent once it does something, and gives no access to nothing', () => {
    expect(bodyOf(all, ['a'])).toBeNull();
    expect(bodyOf({ ...all, accessTypes: new Set(['tasks']) }, ['a'])).toEqual({
      contactIds: ['a'],
      grants: { resources: [], accessTypes: ['tasks'] },
      issueKeys: true,
      mailKeys: 'new',
    });
    expect(bodyOf({ ...all, gives: false }, ['a'])).toMatchObject({ grants: null, issueKeys: true });
    expect(bodyOf({ ...all, gives: false, issueKeys: false, mailKeys: 'none' }, ['a'])).toBeNull();
  });

  it('mails no new keys where none are obtained', () => {
    expect(withKeys(all, false).mailKeys).toBe('none');
    expect(withKeys({ ...all, mailKeys: 'all' }, false).mailKeys).toBe('all');
  });
});
