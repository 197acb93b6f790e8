import { contactInput } from '../../../../../contract';
import { admitted, kept } from '../../../kernel/address.examples';
import { parseAddress } from '../../../kernel/address';
import { personOf, type Values } from './person';

const noa: Values = { lastName: ['NOA'] };
const read = (values: Values) => personOf({ ...noa, ...values }, 'first-last');
const codesOf = (values: Values) => read(values).problems.map(({ code, field }) => [code, field]);

describe('personOf', () => {
  it('reads all that a contact has', () => {
    const values: Values = {
      lastName: ['NOA'],
      firstName: ['Arthur'],
      email: ['Arthur Noa <arthur@EXAMPLE.com>'],
      phone: ['02 23 23 23 23'],
      directLine: ['+33 (0)2 23'],
      mobile: ['06.22.33.44.55'],
      company: ['Maison\r\nPremium'],
      locale: ['fr-FR'],
    };
    expect(personOf(values, 'first-last')).toEqual({
      person: {
        lastName: 'NOA',
        firstName: 'Arthur',
        email: 'arthur@example.com',
        phone: '02 23 23 23 23',
        directLine: '+33 (0)2 23',
        mobile: '06.22.33.44.55',
        company: 'Maison Premium',
        locale: 'fr',
      },
      problems: [],
    });
  });

  it('splits a whole name where the parts are missing, and only there', () => {
    expect(personOf({ fullName: ['Arthur Noa'] }, 'first-last').person).toMatchObject({
      lastName: 'Noa',
      firstName: 'Arthur',
    });
    expect(personOf({ fullName: ['Noa Arthur'] }, 'last-first').person).toMatchObject({
      lastName: 'Noa',
      firstName: 'Arthur',
    });
    expect(read({ fullName: ['Zoé Dupont'] }).person).toMatchObject({ lastName: 'NOA', firstName: null });
  });

  it.each<[string, Values]>([
    ['nothing', {}],
    ['a first name alone', { firstName: ['Arthur'] }],
    ['an address for a name', { fullName: ['arthur@example.com'] }],
    ['the company’s name for a name', { fullName: ['Maison Premium'], company: ['Maison Premium'] }],
    ['marks that take no room', { lastName: ['\u200b\ufeff'] }],
  ])('says that there is no name: %s', (_case, values) => {
    const { person, problems } = personOf(values, 'first-last');
    expect(person.lastName).toBeNull();
    expect(problems).toMatchObject([{ code: 'no-name', field: 'lastName' }]);
  });

  it.each(admitted)('%s: takes the address %j as %j', (_row, input, address) => {
    expect(read({ email: [input] })).toMatchObject({ person: { email: address }, problems: [] });
  });

  it('gives the verdict of the one parser on every hostile address, and changes none', () => {
    for (const [, input] of kept) {
      const parsed = parseAddress(input);
      const { person, problems } = read({ email: [input] });
      expect([input, person.email]).toEqual([input, parsed.kind === 'address' ? parsed.address : null]);
      expect(problems.every(({ code }) => code === 'bad-address' || code === 'too-long')).toBe(true);
      expect(problems).toHaveLength(parsed.kind === 'address' ? 0 : 1);
    }
  });

  it('takes the first address that is one, and reports the others once each', () => {
    const { person, problems } = read({
      email: ['arthur', 'a@example.com', 'b@example.com', 'a@example.com', 'b@example.com'],
    });
    expect(person.email).toBe('a@example.com');
    expect(problems).toEqual([
      { code: 'bad-address', field: 'email', value: 'arthur' },
      { code: 'left-out', field: 'email', value: 'b@example.com' },
    ]);
  });

  it.each<[string, Values, [string, string][]]>([
    ['a text beyond its bounds', { firstName: ['x'.repeat(121)] }, [['too-long', 'firstName']]],
    ['a number beyond its bounds', { phone: ['1'.repeat(41)] }, [['too-long', 'phone']]],
    ['a company beyond its bounds', { company: ['x'.repeat(161)] }, [['too-long', 'company']]],
    ['a NUL', { firstName: ['Arth\0ur'] }, [['control-character', 'firstName']]],
    ['an escape', { company: ['\u001b[31mred'] }, [['control-character', 'company']]],
    ['a sign that the encoding lacks', { firstName: ['Chlo\ufffd'] }, [['unreadable-text', 'firstName']]],
    ['half a sign', { firstName: ['Chlo\ud83d'] }, [['unreadable-text', 'firstName']]],
    ['a number that a spreadsheet rounded', { phone: ['6,22E+08'] }, [['bad-number', 'phone']]],
    ['a second number', { phone: ['02 23', '02 24'] }, [['left-out', 'phone']]],
    ['a language that the site has not', { locale: ['Deutsch'] }, [['unknown-locale', 'locale']]],
  ])('leaves out and reports %s', (_case, values, codes) => {
    const { person } = read(values);
    expect(codesOf(values)).toEqual(codes);
    if (!codes.some(([code]) => code === 'left-out'))
      for (const [, field] of codes) expect(person).toHaveProperty(field, null);
  });

  it.each(['=HYPERLINK("http://evil.tld")', '+cmd', '-1+1', '@SUM(A1)', '__proto__', 'constructor'])(
    'takes %j as it stands',
    (text) => {
      expect(read({ company: [text], firstName: [text] })).toMatchObject({
        person: { company: text, firstName: text },
        problems: [],
      });
    }
  );

  it.each([
    ['French', 'fr'],
    ['fr_FR', 'fr'],
    ['anglais', 'en'],
    ['Čeština', 'cs'],
    ['cs', 'cs'],
  ])('reads the language %j as %s', (text, locale) => {
    expect(read({ locale: [text] })).toMatchObject({ person: { locale }, problems: [] });
  });

  it('shows at most 100 characters of what is wrong', () => {
    expect(read({ company: ['x'.repeat(1_000_000)] }).problems[0]?.value).toHaveLength(100);
  });

  it('gives what a contact may be made of', async () => {
    const { person } = read({ firstName: [' Arthur\u200b '], company: ['A'.repeat(160)], phone: ['1'.repeat(40)] });
    const { company, ...fields } = person;
    expect(await contactInput.validate({ ...fields, company: { name: company } }, { strict: true })).toMatchObject({
      firstName: 'Arthur',
    });
  });
});
