import type { ContactAccess } from '../../../../contract/contact-access';
import { sendRefusal } from './sendRefusal';

const key: ContactAccess['key'] = {
  createdAt: '2026-11-26T10:00:00.000Z',
  expiresAt: null,
  lastUsedAt: null,
  lastFour: 'abcd',
  canReveal: true,
};
const refusalOf = (state: ContactAccess['state']) => sendRefusal({ sendsKeyTo: 'noa@maison.example', key, state });

describe('the key of an access', () => {
  it('is mailed while the access lets in, and not while it is closed or waits', () => {
    expect(refusalOf('open')).toBeNull();
    expect(refusalOf('closed')).toBe('key.closedNotSent');
    expect(refusalOf('waiting')).toBe('key.closedNotSent');
  });
});
