import fc from 'fast-check';
import { advance, positionAfter, withoutOldGaps, type Position } from './position';

const at = (last: number, ...gaps: number[]): Position => ({ last, gaps: new Map(gaps.map((id) => [id, 0])) });
const gapsOf = ({ gaps }: Position) => [...gaps.keys()];

/** What a reader at a position finds among the rows that are there. */
const unread = ({ last, gaps }: Position, rows: readonly number[]) => rows.filter((id) => id > last || gaps.has(id));

describe('a position in the log', () => {
  it('begins behind what is there, and remembers what may still appear among it', () => {
    expect(positionAfter([4, 5, 8], 0)).toEqual(at(8, 6, 7));
    expect(positionAfter([], 0)).toEqual(at(0));
  });

  it('goes on with a row below the last one without going back', () => {
    expect(advance(at(8, 6, 7), 6, 1)).toEqual(at(8, 7));
  });

  it('does not watch more than a thousand gaps, and keeps the newest', () => {
    const far = advance(at(1), 5_000, 0);
    expect([far.gaps.size, far.gaps.has(4_999), far.gaps.has(3_999)]).toEqual([1_000, true, false]);
    const farther = advance(far, 5_002, 0);
    expect([farther.gaps.size, farther.gaps.has(5_001), farther.gaps.has(4_000)]).toEqual([1_000, true, false]);
  });

  it('gives a gap up after its time', () => {
    const position = advance(advance(at(1), 3, 0), 5, 200_000);
    expect(gapsOf(withoutOldGaps(position, 300_000, 300_000))).toEqual([4]);
  });

  it('lets a reader find every row once, in whatever order they appear', () => {
    const appearances = fc.shuffledSubarray(Array.from({ length: 30 }, (_, index) => index + 1));
    fc.assert(
      fc.property(appearances, fc.nat(10), (rows, known) => {
        let position = positionAfter(
          rows.slice(0, known).sort((a, b) => a - b),
          0
        );
        const read: number[] = [];
        for (let count = known; count <= rows.length; count += 1) {
          const there = rows.slice(0, count).sort((a, b) => a - b);
          for (const id of unread(position, there)) {
            read.push(id);
            position = advance(position, id, 0);
          }
        }
        // What appears below the oldest row that was there in the beginning is older than what is looked for.
        const oldest = Math.min(...rows.slice(0, known), Infinity);
        const expected = rows.slice(known).filter((id) => known === 0 || id > oldest);
        expect(read.sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
      })
    );
  });
});
