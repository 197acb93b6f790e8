import entry from '../../server/src';

/** What a Strapi plugin's server side may export; Strapi refuses to start with anything else. */
const allowed = [
  'bootstrap',
  'config',
  'contentTypes',
  'controllers',
  'destroy',
  'middlewares',
  'policies',
  'register',
  'routes',
  'services',
];

describe("the server's entry point", () => {
  it('exports only the keys that Strapi knows', () => {
    expect(Object.keys(entry).filter((key) => !allowed.includes(key))).toEqual([]);
  });
});
