import { filesBelow, textOf } from './sources';

const tests = ['tests', 'contract', 'server/src', 'admin/src', 'portal/src']
  .flatMap((folder) => filesBelow(folder, { tests: true }))
  .filter((file) => /\.(test|spec)\.tsx?$/.test(file) || file.startsWith('tests/'));

/** Reading a stopwatch, or asserting how long something took by the clock. */
const isTimed = (line: string): boolean =>
  /performance\.now|process\.hrtime|monitorEventLoopDelay/.test(line) || /expect\(\s*Date\.now\(\) -/.test(line);

const timed = (file: string): string[] =>
  textOf(file)
    .split('\n')
    .flatMap((line, index) => (isTimed(line) ? [`${file}:${index + 1}`] : []));

describe('a test', () => {
  it.each(['const started = performance.now();', 'expect(Date.now() - before).toBeLessThan(20);'])(
    'is found where it says %s',
    (line) => {
      expect(isTimed(line)).toBe(true);
    }
  );

  it('takes no time by itself, which a slow machine would fail: it compares (`tests/support/timing.ts`)', () => {
    const own = ['tests/support/timing.ts', 'tests/house/timing.test.ts'];
    expect(tests.filter((file) => !own.includes(file)).flatMap(timed)).toEqual([]);
  });
});
