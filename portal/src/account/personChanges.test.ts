import type { Guest } from '../api/guestAccess';
import { personChanges, personInput } from './personChanges';

const guest: Guest = {
  documentId: 'g',
  firstName: 'Anne',
  lastName: 'Noa',
  locale: 'fr',
  email: 'anne@example.com',
  login: 'anne-noa',
  title: null,
  mobile: null,
  country: 'FR',
  timeZone: 'Europe/Paris',
  photoUrl: null,
  hasPassword: true,
  preview: null,
};

describe('what is sent of a profile', () => {
  it('is nothing where nothing was changed', () => {
    expect(personChanges(guest, personInput(guest))).toEqual({});
  });
  it('is what was changed, without the spaces around it', () => {
    const input = { ...personInput(guest), mobile: ' +33 6 12 34 56 78 ', country: '', locale: 'cs' as const };
    expect(personChanges(guest, input)).toEqual({ mobile: '+33 6 12 34 56 78', country: null, locale: 'cs' });
  });
});
