import { setTimeout as wait } from 'node:timers/promises';
import { createOutcomeBuffer } from './outcome-buffer';

describe('outcomes', () => {
  const slow = (written: number[][], ms: number) => async (outcomes: number[]) => {
    written.push(outcomes);
    await wait(ms);
  };

  it('are written at once while there are few', async () => {
    const written: number[][] = [];
    const buffer = createOutcomeBuffer(slow(written, 0));
    buffer.add(1);
    expect(written).toEqual([[1]]);
    await wait(250);
    buffer.add(2);
    expect(written).toEqual([[1], [2]]);
    await buffer.close();
  });

  it('share a writing while one is under way', async () => {
    const written: number[][] = [];
    const buffer = createOutcomeBuffer(slow(written, 20));
    for (const number of [1, 2, 3]) buffer.add(number);
    await buffer.close();
    expect(written).toEqual([[1], [2, 3]]);
  });

  it('do not wait for the end of the rest when there are many', async () => {
    const written: number[][] = [];
    const buffer = createOutcomeBuffer(slow(written, 25));
    buffer.add(0);
    await wait(40);
    for (let number = 1; number <= 50; number += 1) buffer.add(number);
    await wait(30);
    expect(written.map((outcomes) => outcomes.length)).toEqual([1, 50]);
    await buffer.close();
  });

  it('are all written when the round is over', async () => {
    const written: number[][] = [];
    const buffer = createOutcomeBuffer(slow(written, 5));
    for (let number = 0; number < 10; number += 1) {
      buffer.add(number);
      await wait(1);
    }
    await buffer.close();
    expect(written.flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
