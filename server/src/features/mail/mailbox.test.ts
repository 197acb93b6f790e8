import * as fc from 'fast-check';
import { parseAddress } from '../../kernel';
import { hostOf, mailboxOf } from './mailbox';

const mailbox = (text: string): string => {
  const parsed = parseAddress(text);
  if (parsed.kind === 'refused') throw new Error(parsed.reason);
  return mailboxOf(parsed);
};

describe('the mailbox of an address', () => {
  it.each([
    ['name+1@firm.example', 'name@firm.example'],
    ['Name+a+b@Firm.example', 'name@firm.example'],
    ['first.last+x@firm.example', 'first.last@firm.example'],
    ['first-last@firm.example', 'first-last@firm.example'],
    ['+tag@firm.example', '+tag@firm.example'],
    ['f.i.r.s.t.last+x@gmail.com', 'firstlast@gmail.com'],
    ['first.last@googlemail.com', 'firstlast@gmail.com'],
    ['f.last@gmail.com.firm.example', 'f.last@gmail.com.firm.example'],
    ['first_last-x@protonmail.com', 'firstlastx@proton.me'],
    ['first.last+news@pm.me', 'firstlast@proton.me'],
    ['name-shop@yahoo.fr', 'name@yahoo.fr'],
    ['name-shop@ymail.com', 'name@ymail.com'],
    ['first.last+x@outlook.com', 'first.last@outlook.com'],
    ['shop@name.fastmail.com', 'name@fastmail.com'],
    ['name+shop@fastmail.com', 'name@fastmail.com'],
  ])('%s is in %s', (text, expected) => {
    expect(mailbox(text)).toBe(expected);
  });

  it('is the same whatever tag is put to it, and its own mailbox', () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,12}(\.[a-z0-9]{1,8}){0,2}$/);
    const host = fc.constantFrom(
      'gmail.com',
      'proton.me',
      'yahoo.com',
      'firm.example',
      'a.b.firm.co.uk',
      'fastmail.com'
    );
    fc.assert(
      fc.property(part, part, host, (name, tag, domain) => {
        const plain = mailbox(`${name}@${domain}`);
        expect(mailbox(`${name}+${tag}@${domain}`)).toBe(plain);
        expect(mailbox(plain)).toBe(plain);
      })
    );
  });
});

describe('the host of a domain', () => {
  it.each([
    ['firm.example', 'firm.example'],
    ['a.firm.example', 'firm.example'],
    ['a.b.c.firm.co.uk', 'firm.co.uk'],
    ['x1.attacker.github.io', 'github.io'],
    ['co.uk', 'co.uk'],
  ])('%s is %s', (domain, expected) => {
    expect(hostOf(domain)).toBe(expected);
  });
});
