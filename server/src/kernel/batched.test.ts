import { batched } from './batched';

describe('questions of one moment', () => {
  const asked: (readonly number[])[] = [];
  const squareOf = batched((keys: readonly number[]) => {
    asked.push(keys);
    if (keys.includes(13)) return Promise.reject(new Error('thirteen'));
    return Promise.resolve(new Map(keys.filter((key) => key > 0).map((key) => [key, key * key])));
  });
  beforeEach(() => void (asked.length = 0));

  it('are one look-up, each with its own answer', async () => {
    expect(await Promise.all([squareOf(2), squareOf(3), squareOf(2), squareOf(-1)])).toEqual([4, 9, 4, undefined]);
    expect(asked).toEqual([[2, 3, -1]]);
    expect(await squareOf(4)).toBe(16);
  });

  it('fail together, and the next ones do not', async () => {
    const [first, second] = await Promise.allSettled([squareOf(13), squareOf(2)]);
    expect([first.status, second.status]).toEqual(['rejected', 'rejected']);
    expect(await squareOf(2)).toBe(4);
  });
});
