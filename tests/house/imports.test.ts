import { filesBelow, importsOf, type Import } from './sources';

const all = ['contract', 'client', 'server/src', 'admin/src', 'portal/src'].flatMap((folder) => filesBelow(folder));
const imports = importsOf(all);

/** The features in their order: one imports only those before it. */
const order = [
  'activity',
  'settings',
  'site',
  'mail',
  'contacts',
  'access',
  'passwords',
  'guests',
  'contact-access',
  'insight',
  'credentials',
  'keys',
  'sessions',
  'me',
  'joining',
  'invitations',
  'importing',
  'agenda',
  'files',
  'api-docs',
  'portal',
];
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

  it('name only features that the list knows', () => {
    const unknown = new Set(all.map(featureOf).filter((feature) => feature !== null && !order.includes(feature)));
    expect([...unknown]).toEqual([]);
  });

  it('of a feature name only features before it, by their index.ts', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [importer, imported] = [featureOf(from), featureOf(to ?? '')];
      if (importer === null || imported === null || importer === imported) return false;
      return order.indexOf(imported) > order.indexOf(importer) || to !== `server/src/features/${imported}/index.ts`;
    });
    expect(wrong.map(arrow)).toEqual([]);
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
