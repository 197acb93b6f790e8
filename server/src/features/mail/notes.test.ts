import { setTimeout as wait } from 'node:timers/promises';
import { createNotes } from './notes';

describe('notes', () => {
  const slow = (written: number[][], ms: number) => async (outcomes: number[]) => {
    written.push(outcomes);
    await wait(ms);
  };

  it('are written at once while there are few', async () => {
    const written: number[][] = [];
    const notes = createNotes(slow(written, 0));
    notes.add(1);
    expect(written).toEqual([[1]]);
    await wait(250);
    notes.add(2);
    expect(written).toEqual([[1], [2]]);
    await notes.close();
  });

  it('share a writing while one is under way', async () => {
    const written: number[][] = [];
    const notes = createNotes(slow(written, 20));
    for (const number of [1, 2, 3]) notes.add(number);
    await notes.close();
    expect(written).toEqual([[1], [2, 3]]);
  });

  it('do not wait for the end of the rest when there are many', async () => {
    const written: number[][] = [];
    const notes = createNotes(slow(written, 25));
    notes.add(0);
    await wait(40);
    for (let number = 1; number <= 50; number += 1) notes.add(number);
    await wait(30);
    expect(written.map((outcomes) => outcomes.length)).toEqual([1, 50]);
    await notes.close();
  });

  it('are all written when the round is over', async () => {
    const written: number[][] = [];
    const notes = createNotes(slow(written, 5));
    for (let number = 0; number < 10; number += 1) {
      notes.add(number);
      await wait(1);
    }
    await notes.close();
    expect(written.flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
