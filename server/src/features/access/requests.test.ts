import { depthOf, queryDepthMax } from './requests';

describe('the depth of a query', () => {
  it('counts levels of objects and dots alike', () => {
    expect(depthOf(undefined)).toBe(0);
    expect(depthOf('title')).toBe(0);
    expect(depthOf('project.tasks')).toBe(2);
    expect(depthOf(['a', 'a.b.c'])).toBe(4);
    expect(depthOf({ project: { populate: { tasks: true } } })).toBe(3);
    expect(depthOf({ project: { populate: 'tasks.project' } })).toBe(4);
    expect(depthOf({ 'project.tasks': true })).toBe(3);
  });

  it('lets five relations through and stops what would stop the site', () => {
    expect(depthOf('a.b.c.d.e')).toBeLessThanOrEqual(queryDepthMax);
    expect(depthOf(Array(20).fill('project').join('.'))).toBeGreaterThan(queryDepthMax);
    expect(depthOf(`title,${Array(20).fill('project').join('.')}`)).toBeGreaterThan(queryDepthMax);
  });
});
