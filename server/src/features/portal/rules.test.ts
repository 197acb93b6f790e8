import { decidePortal } from './rules';

const portal = { path: '/guest', hasAsset: (name: string) => ['assets/index-a1.js', 'icon.svg'].includes(name) };
const decide = (path: string, method = 'GET') => decidePortal({ method, path }, portal);

describe('what the portal answers', () => {
  it.each(['/', '/guests', '/guestbook/key', '/api/guest', '/GUEST'])('leaves %s to the site', (path) => {
    expect(decide(path)).toEqual({ kind: 'pass' });
  });

  it.each(['/guest', '/guest/', '/guest/key', '/guest/tasks/abc', '/guest/api%3A%3Aproject.project'])(
    'gives the page for %s',
    (path) => {
      expect(decide(path)).toEqual({ kind: 'page' });
    }
  );

  it('gives a built file by its whole name', () => {
    expect(decide('/guest/assets/index-a1.js')).toEqual({ kind: 'asset', name: 'assets/index-a1.js' });
    expect(decide('/guest/icon.svg')).toEqual({ kind: 'asset', name: 'icon.svg' });
  });

  it.each(['/guest/assets/index-old.js', '/guest/assets/../server/index.js', '/guest/assets/%2e%2e%2findex.html'])(
    'finds nothing at %s',
    (path) => {
      expect(decide(path)).toEqual({ kind: 'not-found' });
    }
  );

  it('never treats a path that climbs out as a file', () => {
    expect(decide('/guest/../package.json')).toEqual({ kind: 'page' });
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('refuses %s', (method) => {
    expect(decide('/guest/key', method)).toEqual({ kind: 'wrong-method' });
  });

  it('allows HEAD', () => {
    expect(decide('/guest/key', 'HEAD')).toEqual({ kind: 'page' });
  });
});
