import { createSemaphore } from './semaphore';

const settle = () => new Promise((resolve) => setImmediate(resolve));

const open = () => {
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  return { done, finish };
};

describe('a few at a time', () => {
  const full = () => new Error('full');

  it('runs no more at once than it may, in the order they came', async () => {
    const run = createSemaphore({ parallel: 2, waitingMax: 10 }, full);
    const jobs = Array.from({ length: 5 }, open);
    const begun: number[] = [];
    const all = jobs.map(({ done }, index) => run(() => (begun.push(index), done)));
    await settle();
    expect(begun).toEqual([0, 1]);
    jobs[1]?.finish();
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    jobs.forEach(({ finish }) => finish());
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  it('refuses at once who finds the room full, and lets others in again afterwards', async () => {
    const run = createSemaphore({ parallel: 1, waitingMax: 1 }, full);
    const first = open();
    const held = run(() => first.done);
    const waits = run(() => Promise.resolve('waited'));
    await expect(run(() => Promise.resolve('never'))).rejects.toThrow('full');
    first.finish();
    await held;
    expect(await waits).toBe('waited');
    expect(await run(() => Promise.resolve('later'))).toBe('later');
  });

  it('goes on after one that failed', async () => {
    const run = createSemaphore({ parallel: 1, waitingMax: 1 }, full);
    await expect(run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await run(() => Promise.resolve(1))).toBe(1);
  });
});
