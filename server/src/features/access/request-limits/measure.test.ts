import { questionLimits } from './limits';
import { measure, type Texts } from './measure';

const depthOf = (value: unknown, texts: Texts): number => measure(value, texts).depth;
const queryDepthMax = questionLimits.depth;

describe('the depth of a query', () => {
  it('counts levels of objects and dots alike', () => {
    expect(depthOf(undefined, 'paths')).toBe(0);
    expect(depthOf('title', 'paths')).toBe(0);
    expect(depthOf('project.tasks', 'paths')).toBe(2);
    expect(depthOf(['a', 'a.b.c'], 'paths')).toBe(4);
    expect(depthOf({ project: { populate: { tasks: true } } }, 'paths')).toBe(3);
    expect(depthOf({ project: { populate: 'tasks.project' } }, 'paths')).toBe(4);
    expect(depthOf({ 'project.tasks': true }, 'paths')).toBe(3);
  });

  it('does not take a value for a path', () => {
    expect(depthOf({ dueAt: { $gt: '2026-01-01T08:30:00.000Z' } }, 'values')).toBe(2);
    expect(depthOf({ tags: { filters: { name: 'a.b.c' } } }, 'paths')).toBe(3);
  });

  it('lets five relations through and stops what would stop the site', () => {
    expect(depthOf('a.b.c.d.e', 'paths')).toBeLessThanOrEqual(queryDepthMax);
    expect(depthOf(Array(20).fill('project').join('.'), 'paths')).toBeGreaterThan(queryDepthMax);
    expect(depthOf(`title,${Array(20).fill('project').join('.')}`, 'paths')).toBeGreaterThan(queryDepthMax);
  });
});

describe('the size of a value', () => {
  it('counts objects, lists, values and each path of a text', () => {
    expect(measure({ a: [1, 2, { b: 'x,y' }] }, 'values').entries).toBe(6);
    expect(measure({ a: [1, 2, { b: 'x,y' }] }, 'paths').entries).toBe(7);
    expect(measure('title,state,dueAt', 'paths')).toEqual({ depth: 0, entries: 3, breadth: 3, text: 17 });
    expect(measure({ $in: Array(101).fill('x') }, 'values').breadth).toBe(101);
    expect(measure(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, 1])), 'values').breadth).toBe(
      300
    );
  });

  it('takes dates for values, and objects without a prototype for objects', () => {
    expect(measure(new Date(), 'values')).toMatchObject({ depth: 0, entries: 1 });
    expect(measure(Object.assign(Object.create(null), { a: { b: 1 } }), 'values').depth).toBe(2);
  });

  it('ends, however deep or wide', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 50_000; level += 1) deep = { not: deep };
    expect(measure(deep, 'values').depth).toBeGreaterThan(40_000);
    expect(measure(Array(500_000).fill(0), 'values').breadth).toBe(500_000);
  });
});
