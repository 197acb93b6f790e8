import { compare } from './comparison';

const nobody = {
  lastName: null,
  firstName: null,
  email: null,
  phone: null,
  directLine: null,
  mobile: null,
  company: null,
  locale: null,
};

it('two sides are compared field by field', () => {
  const ofFile = { ...nobody, lastName: 'NOA', firstName: 'Arthur', email: 'a@x.example', phone: '01' };
  const ofContact = { ...nobody, lastName: 'NOA', firstName: 'Art.', company: 'Maison', phone: '' };
  expect(compare(ofFile, ofContact).map(({ field, kind }) => [field, kind])).toEqual([
    ['lastName', 'kept'],
    ['firstName', 'conflict'],
    ['email', 'filled'],
    ['phone', 'filled'],
    ['company', 'kept'],
  ]);
});
