import { endOf, lastDayOf, today } from './lastDay';

const now = new Date(2026, 10, 22, 14, 0);

describe('the last day of a key', () => {
  it('ends as the day ends here', () => {
    expect(endOf('2026-12-31')).toBe(new Date(2026, 11, 31, 23, 59, 59).toISOString());
  });
  it.each([null, '', '2026', '2026-02-30', '31/12/2026'])('is none for %s', (day) => expect(endOf(day)).toBeNull());
  it('is that of the key there is, so that another one keeps it', () => {
    expect(lastDayOf(endOf('2026-12-31'), now)).toBe('2026-12-31');
    expect(lastDayOf(null, now)).toBeNull();
    expect(lastDayOf(endOf('2026-11-21'), now)).toBeNull();
  });
  it('may be today', () => {
    expect(today(now)).toBe('2026-11-22');
    expect(lastDayOf(endOf(today(now)), now)).toBe('2026-11-22');
  });
});
