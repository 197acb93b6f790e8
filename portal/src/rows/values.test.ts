import { formatValue } from './formatValue';
import { isBlocks } from './isBlocks';
import { mediaFiles, safeUrl } from './media';
import { sectionKeyOf, sectionPath } from '../page/sectionPath';
import { wordsOf } from './words';

const plain = (text: string | null) => text?.replace(/\s/g, ' ') ?? null;
const french = { locale: 'fr', t: (key: string) => key, timeZone: 'Europe/Paris' } as const;

describe('words of a technical name', () => {
  it.each([
    ['dueDate', 'Due date'],
    ['in_progress', 'In progress'],
    ['activity-report', 'Activity report'],
    ['URL', 'URL'],
    ['À faire', 'À faire'],
    ['état', 'État'],
    ['line2Text', 'Line2 text'],
  ])('%s → %s', (name, words) => {
    expect(wordsOf(name)).toBe(words);
  });
});

describe('a value in the reader’s language', () => {
  it('keeps a day the same day in every time zone', () => {
    expect(formatValue('date', '2026-11-22', french)).toBe('22 nov. 2026');
  });
  it('shows an instant by the reader’s clocks, also on another day than the server’s', () => {
    const shown = (timeZone: string) =>
      plain(formatValue('datetime', '2026-11-22T23:30:00.000Z', { ...french, timeZone }));
    expect(shown('Europe/Paris')).toBe('23 nov. 2026, 00:30');
    expect(shown('America/New_York')).toBe('22 nov. 2026, 18:30');
    expect(formatValue('date', '2026-11-22', { ...french, timeZone: 'Pacific/Kiritimati' })).toBe('22 nov. 2026');
    expect(formatValue('time', '09:30:00.000', { ...french, timeZone: 'Pacific/Kiritimati' })).toBe('09:30');
  });
  it('groups numbers, but not years', () => {
    expect(plain(formatValue('number', 1234567.5, french))).toBe('1 234 567,5');
    expect(formatValue('number', 2026, french)).toBe('2026');
  });
  it('keeps every digit of a big integer', () => {
    expect(plain(formatValue('number', '12345678901234567890', french))).toBe('12 345 678 901 234 567 890');
  });
  it.each([null, undefined, ''])('is nothing for %j', (value) => {
    expect(formatValue('text', value, french)).toBeNull();
  });
  it('shows what it cannot read as it is', () => {
    expect(formatValue('date', 'soon', french)).toBe('soon');
    expect(formatValue('time', '25h', french)).toBe('25h');
  });
  it('is no text for an object', () => {
    expect(formatValue('text', { toString: () => 'x' }, french)).toBeNull();
  });
});

describe('addresses that come from the site’s content', () => {
  it.each(['https://example.com/a', 'http://example.com', '/uploads/a.pdf', 'mailto:a@example.com'])(
    'links %s',
    (url) => {
      expect(safeUrl(url)).toBe(url);
    }
  );
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    ' javascript:x',
    7,
  ])('does not link %s', (url) => {
    expect(safeUrl(url)).toBeNull();
  });
  it('names files and leaves out what is none', () => {
    expect(mediaFiles([{ name: 'a.pdf', url: '/uploads/a.pdf' }, null, {}, 'x'])).toEqual([
      { name: 'a.pdf', url: '/uploads/a.pdf' },
    ]);
    expect(mediaFiles(null)).toEqual([]);
  });
});

describe('rich text of the blocks editor', () => {
  it('is told apart from other JSON', () => {
    expect(isBlocks([{ type: 'paragraph', children: [{ type: 'text', text: 'a' }] }])).toBe(true);
    expect(isBlocks([{ type: 'paragraph', children: [{ type: 'text', text: { a: 1 } }] }])).toBe(false);
    expect(isBlocks([{ type: 'order', amount: 3 }])).toBe(false);
    expect(isBlocks([])).toBe(false);
  });
});

describe('the address of a section', () => {
  it('never is that of a page of the portal', () => {
    expect(sectionPath('key')).toBe('/~key');
    expect(sectionKeyOf('~key')).toBe('key');
    expect(sectionPath('tasks')).toBe('/tasks');
    expect(sectionKeyOf('tasks')).toBe('tasks');
  });
});
