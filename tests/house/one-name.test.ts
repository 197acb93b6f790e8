import { filesBelow, textOf } from './sources';

const handled = filesBelow('server/src/features').flatMap((file) => {
  const feature = /^server\/src\/features\/([^/]+)\//.exec(file)?.[1] ?? '';
  return [...textOf(file).matchAll(/\bhandle(?:Stream|File)?\((\w+)/g)].map(
    ([, endpoint = '']) => [endpoint, feature] as const
  );
});
const declared = new Map(
  filesBelow('contract').flatMap((file) => {
    const name = file.replace(/^contract\/|\.ts$/g, '');
    return [...textOf(file).matchAll(/ = (?:endpoint|eventStream|file)\(\s*'(\w+)'/g)].map(([, endpoint = '']) => [
      endpoint,
      name,
    ]);
  })
);

const features = new Set(handled.map(([, feature]) => feature));
const rooms = filesBelow('admin/src/features').map((file) => file.split('/')[3] ?? '');

describe('a thing has one name on all sides', () => {
  it.each(handled)('%s is declared by the contract of the feature that answers it: %s', (endpoint, feature) => {
    expect(declared.get(endpoint)).toBe(feature);
  });

  it.each([...new Set(rooms)])('the panel’s room %s is a feature of the server', (room) => {
    expect(features).toContain(room);
  });
});
