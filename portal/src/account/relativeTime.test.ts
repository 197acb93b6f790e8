import { relativeTime } from './relativeTime';

const now = new Date('2026-11-22T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('how long ago something was', () => {
  it.each([
    [5, 'maintenant'],
    [59, 'maintenant'],
    [60, 'il y a 1 minute'],
    [3 * 3600 + 59 * 60, 'il y a 3 heures'],
    [24 * 3600, 'hier'],
    [8 * 24 * 3600, 'la semaine dernière'],
    [40 * 24 * 3600, 'le mois dernier'],
  ])('%s seconds: %s', (seconds, text) => {
    expect(relativeTime(ago(seconds), now, 'fr')).toBe(text);
  });

  it('is said in Czech and English too', () => {
    expect(relativeTime(ago(2 * 3600), now, 'cs')).toBe('před 2 hodinami');
    expect(relativeTime(ago(26 * 3600), now, 'en')).toBe('yesterday');
  });

  it('is never in the future, whatever the clocks say', () => {
    expect(relativeTime(ago(-300), now, 'en')).toBe('now');
  });
});
