import fc from 'fast-check';
import { instantsAt, isKnownZone, wallTime } from './wallTime';

const at = (wall: string, zone: string) => instantsAt(wall, zone).map((instant) => instant.toISOString());

describe('a time of the clocks', () => {
  it('is the instant that it was written from, in every time zone', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    // Until 7 January 1972 Monrovia was 44 minutes and 30 seconds behind: no clock of minutes says when.
    const instants = fc.date({ min: new Date('1972-01-08'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
        const minute = new Date(Math.floor(instant.getTime() / 60_000) * 60_000);
        expect(instantsAt(wallTime(minute, zone), zone).map(Number)).toContain(minute.getTime());
      })
    );
  });

  it.each([
    ['2026-07-14T20:30', 'Europe/Paris', ['2026-07-14T18:30:00.000Z']],
    ['2026-01-14T20:30', 'America/New_York', ['2026-01-15T01:30:00.000Z']],
    ['2026-01-01T00:00', 'Pacific/Kiritimati', ['2025-12-31T10:00:00.000Z']],
    ['2026-01-01T00:00', 'UTC', ['2026-01-01T00:00:00.000Z']],
    // The clocks are put forward from 2 to 3, and back from 3 to 2.
    ['2026-03-29T02:30', 'Europe/Paris', []],
    ['2026-03-29T03:00', 'Europe/Paris', ['2026-03-29T01:00:00.000Z']],
    ['2026-10-25T02:30', 'Europe/Paris', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    // By half an hour, and across midnight.
    ['2026-10-04T02:15', 'Australia/Lord_Howe', []],
    ['2026-09-06T00:30', 'America/Santiago', []],
    ['soon', 'Europe/Paris', []],
  ])('%s in %s is %j', (wall, zone, instants) => {
    expect(at(wall, zone)).toEqual(instants);
  });

  it('is of no zone that the browser does not know', () => {
    expect(isKnownZone('Europe/Prague')).toBe(true);
    expect(isKnownZone('Europe/Atlantis')).toBe(false);
  });
});
