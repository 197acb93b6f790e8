import { createBell, insist, within } from './timing';

describe('a bell', () => {
  afterEach(() => jest.useRealTimers());

  it('cuts a wait short', async () => {
    const bell = createBell();
    const waiting = bell.wait(60_000);
    bell.ring();
    await expect(waiting).resolves.toBeUndefined();
  });

  it('keeps a ring for the next wait, and only for that', async () => {
    const bell = createBell();
    bell.ring();
    await bell.wait(60_000);
    jest.useFakeTimers();
    let isOver = false;
    void bell.wait(30).then(() => (isOver = true));
    await jest.advanceTimersByTimeAsync(29);
    expect(isOver).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(isOver).toBe(true);
  });
});

it('gives up work that takes too long', async () => {
  await expect(within(5, new Promise(() => undefined))).rejects.toThrow('No answer within');
  await expect(within(1000, Promise.resolve(7))).resolves.toBe(7);
});

it('insists, but not for ever', async () => {
  const work = (failures: number) => {
    let calls = 0;
    return async () => {
      calls += 1;
      if (calls <= failures) throw new Error(`busy ${calls}`);
      return calls;
    };
  };
  await expect(insist(3, 1, work(2))).resolves.toBe(3);
  await expect(insist(3, 1, work(3))).rejects.toThrow('busy 3');
});
