import { timesTheWork } from '../../../../tests/support/timing';
import { faultsOfWords, isButton, readWords, type Declared } from './placeholders';

const declared: Declared = { guestName: 'typed', siteName: 'own', link: 'link', until: 'instant?' };
const problems = (subject: string, body: string) =>
  faultsOfWords(declared, readWords({ subject, body })).map(({ part, problem, value }) => [part, problem, value]);
const ofBody = (body: string) => problems('Hello', `${body}\n\n{{link}}`);

describe('words as a person types them', () => {
  it('have paragraphs between empty lines, and lines in a paragraph', () => {
    const body = '  Hello\nthere \r\n\r\n\r\n \t\nsecond\u2028line\u2029third\rline\n\n\n';
    expect(readWords({ subject: ' A \n B\u2028C\u0000D ', body })).toEqual({
      subject: 'A B C D',
      paragraphs: ['Hello\nthere', 'second\nline', 'third\nline'],
    });
  });

  it('have a subject of one line, whatever is pasted', () => {
    const { subject } = readWords({ subject: 'a\r\nBcc: b@example.com\u0085\v\f\u2029c', body: '' });
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  });

  it.each(['\n \t', '\n', '{{', '{{ a', ' ', '}}', '{', '{{a}} '])(
    'are read by looking at each sign a few times, however often %j is pasted',
    (piece) => {
      const read = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        return faultsOfWords(declared, readWords({ subject: text, body: text }));
      };
      expect(
        timesTheWork(
          () => read(20_000),
          () => read(5_000)
        )
      ).toBeLessThan(9);
    }
  );
});

describe('a placeholder', () => {
  it.each(['{{guestName}}', 'Dear {{ guestName }}, at {{siteName}}', 'until {{until}}'])('may be %s', (body) => {
    expect(ofBody(body)).toEqual([]);
  });

  it.each(['{{constructor}}', '{{toString}}', '{{__proto__}}', '{{password}}', '{{GuestName}}'])(
    'is not %s, which the message does not have',
    (body) => {
      expect(ofBody(body)).toEqual([['body', expect.stringMatching(/^(unknown|malformed)-placeholder$/), body]]);
    }
  );

  it.each([
    ['{{constructor.x}}', '{{constructor.x}}'],
    ['{{#if guestName}}', '{{#if guestName}}'],
    ['{{guestName | upper}}', '{{guestName | upper}}'],
    ['{{{guestName}}}', '{{{guestName}}}'],
    ['{{guestName', '{{guestName'],
    ['guestName}}', '}}'],
    ['{{}}', '{{}}'],
    ['{{guest\nName}}', '{{guest\nName}}'],
  ])('is not %s', (body, value) => {
    expect(ofBody(body)).toEqual([['body', 'malformed-placeholder', value]]);
  });

  it.each([
    '<% process.exit() %>',
    '<%= name %>',
    '${guestName}',
    '{guestName}',
    'if (a) { b }',
    '#{x}',
    '[[text]]',
    '$&',
  ])('has nothing to do with %s, which stays what it is', (body) => {
    expect(ofBody(body)).toEqual([]);
  });
});

describe('the link', () => {
  it('stands alone in a paragraph of the body, once at least', () => {
    expect(problems('Hello', 'Press:\n\n{{ link }}')).toEqual([]);
    expect(problems('Hello', 'Hello')).toEqual([['body', 'missing-link', '{{link}}']]);
    expect(problems('Hello', 'Press {{link}}')).toEqual([['body', 'link-not-alone', '{{link}}']]);
    expect(problems('Hello', '{{link}}{{link}}')[0]).toEqual(['body', 'link-not-alone', '{{link}}']);
    expect(problems('Hello', '{{link}}{{guestName}}')).toEqual([['body', 'link-not-alone', '{{link}}']]);
    expect(problems('Hello {{link}}', '{{link}}')).toEqual([['subject', 'link-not-alone', '{{link}}']]);
  });

  it('is asked of messages with a link only', () => {
    expect(faultsOfWords({ guestName: 'typed' }, readWords({ subject: 'Hello', body: 'Hello' }))).toEqual([]);
  });

  it('is the only variable that becomes a button', () => {
    expect(isButton(declared, '{{link}}')).toBe(true);
    expect(isButton(declared, '{{guestName}}')).toBe(false);
    expect(isButton(declared, '{{constructor}}')).toBe(false);
  });
});

it('cannot name in the subject what may be missing', () => {
  expect(problems('Until {{until}}', '{{link}}')).toEqual([['subject', 'optional-in-subject', '{{until}}']]);
});
