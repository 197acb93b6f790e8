import { domainsIn } from './domains';

describe('domains in a pasted text', () => {
  it('are found one a line, with commas, semicolons and spaces', () => {
    expect(domainsIn('one.example\ntwo.example, three.example;four.example', []).domains).toEqual([
      'one.example',
      'two.example',
      'three.example',
      'four.example',
    ]);
  });
  it.each([
    '@example.com',
    'Anna@Example.COM',
    'https://example.com/contact?x=1',
    'mailto:anna@example.com',
    'example.com.',
  ])('are taken out of %s', (text) => expect(domainsIn(text, []).domains).toEqual(['example.com']));
  it('may be a wildcard or have letters of any language, for the server to judge', () => {
    expect(domainsIn('*.example.com bücher.example', []).domains).toEqual(['*.example.com', 'bücher.example']);
  });
  it('leave what is none behind, as it was typed', () => {
    expect(domainsIn('localhost exa*mple.com a..b', [])).toEqual({
      domains: [],
      refused: ['localhost', 'exa*mple.com', 'a..b'],
      known: [],
    });
  });
  it('stand there once', () => {
    expect(domainsIn('a.example b.example B.example', ['a.example'])).toEqual({
      domains: ['b.example'],
      refused: [],
      known: ['a.example', 'b.example'],
    });
  });
});
