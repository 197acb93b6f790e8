import type { Permission } from '../../../../contract/routes';
import { guestStates } from '../../../../contract/contact-access';
import { actionsFor, isBeyond } from './actions';

const everything = () => true;
const only = (permission: Permission) => (asked: Permission) => asked === permission;

describe('what can be done with a guest', () => {
  it('is to agree or to refuse while they wait, and nothing else', () => {
    expect(actionsFor({ state: 'waiting', email: 'noa@maison.example' }, everything)).toEqual(['approve', 'refuse']);
  });

  it('frees the address of a closed guest only', () => {
    const email = 'noa@maison.example';
    const freed = guestStates.filter((state) => actionsFor({ state, email }, everything).includes('free-address'));
    expect(freed).toEqual(['closed']);
    expect(actionsFor({ state: 'closed', email: null }, everything)).toEqual(['reopen', 'delete']);
  });

  it('mails no invitation to who has no address or cannot come in', () => {
    expect(actionsFor({ state: 'open', email: null }, everything)).not.toContain('invite');
    expect(actionsFor({ state: 'closed', email: 'noa@maison.example' }, everything)).not.toContain('invite');
    expect(actionsFor({ state: 'without-credentials', email: 'noa@maison.example' }, everything)).toContain('invite');
  });

  it('is nothing for a reader, and no end for who may only change', () => {
    const guest = { state: 'waiting', email: null } as const;
    expect(actionsFor(guest, only('guests.read'))).toEqual([]);
    expect(actionsFor(guest, only('guests.update'))).toEqual(['approve']);
    expect(actionsFor({ ...guest, state: 'open' }, only('guests.delete'))).toEqual(['delete']);
  });

  it('shows what lets somebody in to who may change guests, and leaves it to who may manage accesses', () => {
    const may = only('guests.update');
    expect(actionsFor({ state: 'closed', email: null }, may)).toEqual(['reopen']);
    expect([isBeyond('reopen', may), isBeyond('approve', may), isBeyond('close', may)]).toEqual([true, true, false]);
    expect(isBeyond('reopen', everything)).toBe(false);
  });
});
