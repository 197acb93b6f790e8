import { depthOf, queryDepthMax } from './requests';

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
