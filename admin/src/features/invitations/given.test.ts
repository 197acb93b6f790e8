import { givenIn } from './given';

const translate = (key: string, values: object = {}) => [key, ...Object.values(values)].join('|');
const names = new Map([
  ['tasks', 'Tâches'],
  ['api::project.project', 'Projets'],
]);

describe('what a link gives', () => {
  it('is said by the names of the settings, and by the key where one is gone', () => {
    const resources = [{ contentType: 'api::project.project', documentIds: ['a', 'b'] }];
    expect(givenIn(translate, { addAs: 'guest', resources, accessTypes: ['tasks', 'gone'] }, names)).toBe(
      'invitations.gives.resources|Projets|2 · Tâches · gone'
    );
  });

  it('is nothing, or only a place in the address book', () => {
    const nothing = { resources: [], accessTypes: [] };
    expect(givenIn(translate, { addAs: 'guest', ...nothing }, names)).toBe('invitations.gives.nothing');
    expect(givenIn(translate, { addAs: 'contact', ...nothing }, names)).toBe('invitations.gives.contact');
  });
});
