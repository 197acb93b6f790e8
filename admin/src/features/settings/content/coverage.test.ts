import { byType, type Finding } from './coverage';

const type = 'api::task.task';
const found = (more: Partial<Finding>): Finding => ({
  contentType: type,
  way: 'list',
  through: null,
  verdict: 'covered',
  ...more,
});

describe('the table of what is covered', () => {
  it('puts the worst of several relations first, and counts them', () => {
    const rows = [
      found({ way: 'populate', through: 'a b' }),
      found({ way: 'populate', through: 'c d', verdict: 'open' }),
      found({ way: 'populate', through: 'e f' }),
    ];
    expect(byType(rows)[0]?.ways.get('populate')).toEqual([
      { verdict: 'open', count: 1 },
      { verdict: 'covered', count: 2 },
    ]);
  });

  it('says nothing of a way that was not walked', () => {
    const [line] = byType([found({})]);
    expect(line?.contentType).toBe(type);
    expect(line?.ways.get('list')).toEqual([{ verdict: 'covered', count: 1 }]);
    expect(line?.ways.get('hop-filter')).toEqual([]);
  });
});
