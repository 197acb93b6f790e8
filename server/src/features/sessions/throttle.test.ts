import { delayOf, waitingRoom } from './throttle';

it('slows guessing at one account down, up to four seconds', () => {
  expect([1, 20, 21, 30, 31, 41, 51, 61, 1_000, 1_000_000].map(delayOf)).toEqual([
    0, 0, 250, 250, 500, 1_000, 2_000, 4_000, 4_000, 4_000,
  ]);
});

describe('a waiting room', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('lets everybody go on after their time', async () => {
    const wait = waitingRoom(10);
    const gone: string[] = [];
    void wait(2_000).then(() => gone.push('long'));
    void wait(1_000).then(() => gone.push('short'));
    await jest.advanceTimersByTimeAsync(999);
    expect(gone).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(gone).toEqual(['short']);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(gone).toEqual(['short', 'long']);
  });

  it('turns nobody away when it is full: who has waited longest goes on', async () => {
    const wait = waitingRoom(2);
    const gone: number[] = [];
    for (const one of [1, 2, 3]) void wait(4_000).then(() => gone.push(one));
    await jest.advanceTimersByTimeAsync(0);
    expect(gone).toEqual([1]);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(gone).toEqual([1, 2, 3]);
  });
});
