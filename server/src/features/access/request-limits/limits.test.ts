import { codeOf } from '../../../kernel';
import { checkArguments, checkData, defaultRowsOf, pageSizeOf, Question } from './limits';

const codeWhile = (work: () => void): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return codeOf(error);
  }
};
const ask = (args: Record<string, unknown>): unknown => codeWhile(() => checkArguments(args, new Question()));
const nested = (levels: number): unknown => (levels === 0 ? 'x' : { $not: nested(levels - 1) });

describe('the arguments of a question', () => {
  it('are as deep and as wide as a page asks them', () => {
    expect(ask({ filters: nested(12), sort: Array(20).fill('title'), populate: 'a.b.c.d.e' })).toBeNull();
    expect(ask({ filters: { title: { $in: Array(100).fill('x') } } })).toBeNull();
  });

  it.each([
    ['depth', { filters: nested(13) }],
    ['a path', { sort: Array(20).fill('project').join('.') }],
    ['a list', { filters: { title: { $in: Array(101).fill('x') } } }],
    ['a list that the parser made an object of', { filters: { title: { $in: { 100: 'x' } } } }],
    ['orders', { sort: Array(21).fill('title') }],
    ['orders with commas', { sort: Array(21).fill('title').join() }],
    ['a text', { _q: 'x'.repeat(1_001) }],
    ['all together', { a: Array(99).fill('x'), b: Array(99).fill('x'), c: Array(99).fill('x'), d: Array(9).fill('x') }],
  ])('are refused for their %s', (_what, args) => {
    expect(ask(args)).toBe('invalid_query');
  });

  it('are counted together over all fields of an operation', () => {
    const question = new Question();
    const args = { filters: { title: { $in: Array(90).fill('x') } } };
    for (let field = 0; field < 3; field += 1) checkArguments(args, question);
    expect(codeWhile(() => checkArguments(args, question))).toBe('invalid_query');
  });

  it('bound what is written by itself', () => {
    expect(
      codeWhile(() => checkData({ text: 'x'.repeat(100_000), tags: { connect: Array(1_000).fill(1) } }))
    ).toBeNull();
    expect(codeWhile(() => checkData({ tags: Array(1_001).fill(1) }))).toBe('invalid_body');
    expect(ask({ data: nested(31) })).toBe('invalid_body');
  });
});

describe('the size of a page', () => {
  it('is what is asked, or what the site gives', () => {
    expect(pageSizeOf({ pageSize: '50', page: '2' }, 25)).toBe(50);
    expect(pageSizeOf({ limit: 250, start: 0 }, 25)).toBe(250);
    expect(pageSizeOf({}, 25)).toBe(25);
    expect(pageSizeOf(undefined, 25)).toBe(25);
    expect(pageSizeOf({ limit: null }, 25)).toBe(25);
    expect(defaultRowsOf({ defaultLimit: 500, maxLimit: 100 }, 10)).toBe(100);
    expect(defaultRowsOf({ maxLimit: -1 }, 10)).toBe(10);
  });

  it.each([
    { limit: 251 },
    { pageSize: -1 },
    { limit: '1e9' },
    { limit: 'x' },
    { limit: 1.5 },
    { rows: 5 },
    [5],
    { limit: [5] },
  ])('is not %j', (pagination) => {
    expect(codeWhile(() => pageSizeOf(pagination, 25))).toBe('invalid_query');
  });

  it('is asked for where the site’s own would be too much', () => {
    expect(codeWhile(() => pageSizeOf({}, 1_000))).toBe('invalid_query');
    expect(pageSizeOf({ limit: 100 }, 1_000)).toBe(100);
  });
});
