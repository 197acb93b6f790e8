import { compare } from './compare';

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
  const offered = { ...nobody, lastName: 'NOA', firstName: 'Arthur', email: 'a@x.example', phone: '01' };
  const held = { ...nobody, lastName: 'NOA', firstName: 'Art.', company: 'Maison', phone: '' };
  expect(compare(offered, held).map(({ field, kind }) => [field, kind])).toEqual([
    ['lastName', 'kept'],
    ['firstName', 'conflict'],
    ['email', 'filled'],
    ['phone', 'filled'],
    ['company', 'kept'],
  ]);
});
