import { returnPath } from './returnPath';

describe('where to go after logging in', () => {
  it.each(['/', '/tasks', '/tasks?page=2&q=a%20b', '/tasks/abc?locale=cs', '/~profile'])(
    'is the page wanted: %s',
    (from) => {
      expect(returnPath({ from })).toBe(from);
    }
  );

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    ' /tasks',
    '/\t/evil.example',
    '/tasks\n',
    'tasks',
    '/tasks/../../admin',
    '',
  ])('is never what is no path of the portal: %j', (from) => {
    expect(returnPath({ from })).toBe('/');
  });

  it.each(['/login', '/login?x=1', '/password', '/join/confirm'])('is not a page of a door: %s', (from) => {
    expect(returnPath({ from })).toBe('/');
  });

  it.each([null, undefined, 'text', {}, { from: 7 }, { from: ['/tasks'] }])('is the first page for %j', (state) => {
    expect(returnPath(state)).toBe('/');
  });
});
