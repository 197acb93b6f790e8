import { filesBelow, importsOf, textOf, type Import } from './sources';

const all = ['contract', 'client', 'server/src', 'admin/src', 'portal/src'].flatMap((folder) => filesBelow(folder));
const imports = importsOf(all);

/** The server's features in the order of the map, by the names of their folders. */
const order = (() => {
  const map = textOf('server/src/features.ts');
  const folders = new Map(
    [...map.matchAll(/import \{ (\w+) \} from '\.\/features\/([\w-]+)'/g)].map(([, name, folder]) => [name, folder])
  );
  const list = /features: Feature\[\] = \[([^\]]*)\]/.exec(map)?.[1] ?? '';
  return [...list.matchAll(/\w+/g)].map(([name]) => folders.get(name) ?? `${name}, which is not imported`);
})();

/** The panel's rooms, each knowing only those before it. */
const adminOrder = [
  ['translations'],
  ['kernel'],
  ['features/insight', 'features/trail', 'features/overview'],
  ['features/contact-access'],
  ['features/bulk-access', 'features/bulk-guests'],
  ['features/duplicates'],
  ['features/contacts'],
  ['features/guests'],
  ['features/importing'],
  ['features/invitations'],
  ['features/jobs'],
  ['features/posture'],
  ['features/settings'],
  ['subPages.ts', 'PageTabs.tsx', 'GuestAccessPages.tsx'],
  ['index.ts'],
];

/** The portal's rooms; the frame of a page and its session are of one piece, and so are showing a row and changing it. */
const portalOrder = [
  ['styles', 'translations', 'basePath.ts'],
  ['language'],
  ['api'],
  ['form'],
  ['brand', 'session', 'page'],
  ['passwords'],
  ['rows', 'editing'],
  ['colleagues'],
  ['account'],
  ['entry'],
  ['App.tsx'],
  ['main.tsx'],
];

/** The room of a file: its folder below the side's `src`, with that of the feature below `features`; a file beside them is its own. */
const roomOf = (side: string, file: string): string | null =>
  new RegExp(`^${side}/src/(features/[^/]+|[^/]+)`).exec(file)?.[1] ?? null;

/** The imports of a side that go up in its order, or to a room that the order does not know. */
const upward = (side: string, rooms: readonly (readonly string[])[], edges: readonly Import[]): Import[] => {
  const floorOf = (file: string) => rooms.findIndex((floor) => floor.includes(roomOf(side, file) ?? ''));
  return edges.filter(
    ({ from, to }) =>
      to !== null && from.startsWith(`${side}/`) && to.startsWith(`${side}/`) && floorOf(to) > floorOf(from)
  );
};

const featureOf = (file: string): string | null => /^server\/src\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
const arrow = ({ from, specifier }: Import) => `${from} → ${specifier}`;

/** Files of which each imports the next and the last the first, or null where there are none. */
const findCycle = (edges: readonly Import[]): string[] | null => {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) if (to !== null) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const to of next.get(file) ?? []) {
      const cycle = visit(to, [...path, file]);
      if (cycle !== null) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
};

describe('imports', () => {
  it('find a cycle where there is one', () => {
    const edge = (from: string, to: string): Import => ({ from, to, specifier: to });
    expect(findCycle([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toEqual(['b', 'c', 'b']);
  });

  it('go round in no circle', () => {
    expect(findCycle(imports)).toBeNull();
  });

  it('of the contract are yup and the contract', () => {
    const others = imports.filter(
      ({ from, specifier, to }) => from.startsWith('contract/') && specifier !== 'yup' && !to?.startsWith('contract/')
    );
    expect(others.map(arrow)).toEqual([]);
  });

  it('of the client are the contract, by what needs no schema library', () => {
    const others = imports.filter(
      ({ from, to }) => from.startsWith('client/') && !/^(client|contract)\//.test(to ?? '')
    );
    expect(others.map(arrow)).toEqual([]);
  });

  it('of the kernel name no feature', () => {
    const others = imports.filter(
      ({ from, to }) => from.startsWith('server/src/kernel/') && featureOf(to ?? '') !== null
    );
    expect(others.map(arrow)).toEqual([]);
  });

  it('have every folder of a feature in the map, and only those', () => {
    const folders = new Set(all.map(featureOf).filter((feature) => feature !== null));
    expect([...folders].sort()).toEqual([...order].sort());
  });

  it('of a feature name only features before it, by their index.ts', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [importer, imported] = [featureOf(from), featureOf(to ?? '')];
      if (importer === null || imported === null || importer === imported) return false;
      return order.indexOf(imported) > order.indexOf(importer) || to !== `server/src/features/${imported}/index.ts`;
    });
    expect(wrong.map(arrow)).toEqual([]);
  });

  it.each([
    ['admin', adminOrder],
    ['portal', portalOrder],
  ])('of the %s know every room, and go down in its order', (side, rooms) => {
    const found = new Set(all.map((file) => roomOf(side, file)).filter((room) => room !== null));
    expect([...found].filter((room) => !rooms.flat().includes(room))).toEqual([]);
    expect(upward(side, rooms, imports).map(arrow)).toEqual([]);
  });

  it('that go up are seen', () => {
    const edge = { from: 'portal/src/api/rows.ts', to: 'portal/src/rows/columns.ts', specifier: '../rows/columns' };
    expect(upward('portal', portalOrder, [edge])).toEqual([edge]);
    expect(upward('portal', portalOrder, [{ ...edge, from: edge.to, to: edge.from }])).toEqual([]);
  });

  it('of the portal leave server and admin alone, and the other way round', () => {
    const sideOf = (file: string) => /^(server|admin|portal)\//.exec(file)?.[1];
    const wrong = imports.filter(({ from, to }) => {
      const [here, there] = [sideOf(from), sideOf(to ?? '')];
      return here !== undefined && there !== undefined && here !== there;
    });
    expect(wrong.map(arrow)).toEqual([]);
  });
});
