import { settings } from '../../../../../contract';
import { addressesIn } from './addresses';
import { isCautioned, isUnheard } from './cautions';
import { offered } from './grants';

const saved = settings.cast({
  contacts: true,
  guests: true,
  resourceTypes: [],
  accessTypes: [],
  joining: { mode: 'domains', domains: [{ domain: 'maison.example' }, { domain: 'gmail.com' }] },
});
const cautions = [{ path: 'joining.mode', caution: 'unencrypted-mail' as const }];

describe('a caution', () => {
  it('about the site holds whatever stands in the settings', () => {
    expect(isCautioned(cautions, 'unencrypted-mail')).toBe(true);
    expect(isCautioned([], 'unencrypted-mail')).toBe(false);
  });
});

describe('people who wait for an agreement', () => {
  const asking = { ...saved.joining, mode: 'any' as const, addAs: 'guest' as const, approval: true, notify: [] };
  it('are heard of by nobody where no address is told', () => {
    expect(isUnheard(asking)).toBe(true);
    expect(isUnheard({ ...asking, mode: 'domains' })).toBe(true);
  });
  it.each([
    { mode: 'nobody' as const },
    { addAs: 'contact' as const },
    { approval: false },
    { notify: ['a@b.example'] },
  ])('are none, or are heard of, with %j', (change) => {
    expect(isUnheard({ ...asking, ...change })).toBe(false);
  });
});

describe('what is offered to joiners', () => {
  it('has what was chosen and is gone, so that it can be taken away', () => {
    const choices = {
      resourceTypes: [{ contentType: 'api::project.project', title: 'Projets', options: [{ id: 'p1', label: 'One' }] }],
      accessTypes: [{ id: 'tasks', label: 'Tâches' }],
      contentTypes: [],
    };
    const grants = {
      resources: [{ contentType: 'api::project.project', documentIds: ['p1', 'p9'] }],
      accessTypes: ['tasks', 'old'],
    };
    const found = offered(choices, grants, (id) => `${id} (gone)`);
    expect(found.resourceTypes[0]?.options).toEqual([
      { id: 'p1', label: 'One' },
      { id: 'p9', label: 'p9 (gone)' },
    ]);
    expect(found.accessTypes.map(({ label }) => label)).toEqual(['Tâches', 'old (gone)']);
  });
});

describe('addresses in a pasted text', () => {
  it('are each taken once; what cannot be one is left behind', () => {
    expect(addressesIn('a@one.example, b@two.example\na@one.example c@', ['b@two.example'])).toEqual({
      addresses: ['a@one.example'],
      refused: ['c@'],
    });
  });
});
