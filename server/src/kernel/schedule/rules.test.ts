import { isMissed, slotAfter, slotBefore } from './rules';

const at = (text: string) => new Date(`${text}Z`);

describe('slots', () => {
  const daily = { hour: 4, minute: 43 };
  const hourly = { minute: 17 };

  it.each([
    [daily, '2026-03-29T04:42:59.999', '2026-03-28T04:43', '2026-03-29T04:43'],
    [daily, '2026-03-29T04:43', '2026-03-29T04:43', '2026-03-30T04:43'],
    [daily, '2026-12-31T23:59', '2026-12-31T04:43', '2027-01-01T04:43'],
    [hourly, '2026-10-25T00:16:59.999', '2026-10-24T23:17', '2026-10-25T00:17'],
    [hourly, '2026-10-25T00:17', '2026-10-25T00:17', '2026-10-25T01:17'],
  ])('of %j, seen at %s', (slots, now, before, after) => {
    expect(slotBefore(slots, at(now))).toEqual(at(before));
    expect(slotAfter(slots, at(now))).toEqual(at(after));
  });

  it('are missed more than five minutes after their time', () => {
    const slot = at('2026-05-01T04:43');
    expect(isMissed(slot, at('2026-05-01T04:48'))).toBe(false);
    expect(isMissed(slot, at('2026-05-01T04:48:00.001'))).toBe(true);
  });
});
