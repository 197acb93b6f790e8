import { formatMessage } from './message';

const items = { one: '{count} položka', few: '{count} položky', many: '{count} položky', other: '{count} položek' };

describe('a message', () => {
  it.each([
    [0, '0 položek'],
    [1, '1 položka'],
    [3, '3 položky'],
    [5, '5 položek'],
    [1.5, '1,5 položky'],
  ])('takes the Czech plural form of %s', (count, text) => {
    expect(formatMessage(items, 'cs', { count })).toBe(text);
  });

  it('counts zero as singular in French and as plural in English', () => {
    const message = { one: '{count} one', other: '{count} other' };
    expect(formatMessage(message, 'fr', { count: 0 })).toBe('0 one');
    expect(formatMessage(message, 'en', { count: 0 })).toBe('0 other');
  });

  it('falls back to the general form where a language lacks one', () => {
    expect(formatMessage({ other: 'rest' }, 'en', { count: 1 })).toBe('rest');
  });

  it('leaves a name without a value to be seen', () => {
    expect(formatMessage('Hello {name}', 'en')).toBe('Hello {name}');
  });

  it('elides «de» in French, and nothing in another language', () => {
    expect(formatMessage('accès de {site}', 'fr', { site: 'Atelier Nord' })).toBe('accès d’Atelier Nord');
    expect(formatMessage('web de {site}', 'cs', { site: 'Atelier Nord' })).toBe('web de Atelier Nord');
  });

  it('does not read a value as a message', () => {
    expect(formatMessage('{row}', 'en', { row: '{count} $& \\', count: 2 })).toBe('{count} $& \\');
  });
});
