/**
 * Content types that hold every way in which Strapi keeps versions, languages and relations, each with each: what a foreign
 * site has and the playground has not. They are there in the tests' site only; nobody but the oracle asks them anything.
 */
import { createRequire } from 'node:module';

// Strapi cannot be imported, only required.
const { factories } = createRequire(import.meta.url)('@strapi/strapi');

/** With drafts or without, in several languages or in none. */
const kinds = {
  plain: { drafts: false, localized: false },
  draft: { drafts: true, localized: false },
  spoken: { drafts: false, localized: true },
  both: { drafts: true, localized: true },
};
const names = Object.keys(kinds);
const uidOf = (name) => `api::combination.combo-${name}`;
const capital = (name) => name.charAt(0).toUpperCase() + name.slice(1);
const relation = (kind, target, more = {}) => ({ type: 'relation', relation: kind, target: uidOf(target), ...more });

/** Every kind of relation between two types, at the end of `name`: to one and to many, of one side and of both, in a column. */
const relationsBetween = (name, other) => ({
  [`to${capital(other)}`]: relation('manyToOne', other),
  [`in${capital(other)}`]: relation('oneToOne', other, { useJoinTable: false }),
  [`pair${capital(other)}`]: relation('oneToOne', other, { inversedBy: `pairOf${capital(name)}` }),
  [`pairOf${capital(other)}`]: relation('oneToOne', other, { mappedBy: `pair${capital(name)}` }),
  [`one${capital(other)}`]: relation('manyToOne', other, { inversedBy: `manyOf${capital(name)}` }),
  [`manyOf${capital(other)}`]: relation('oneToMany', other, { mappedBy: `one${capital(name)}` }),
  [`many${capital(other)}`]: relation('manyToMany', other, { inversedBy: `among${capital(name)}` }),
  [`among${capital(other)}`]: relation('manyToMany', other, { mappedBy: `many${capital(name)}` }),
});

const inLanguages = ({ localized }) => ({ i18n: { localized } });

const contentType = (name) => {
  const kind = kinds[name];
  const pluginOptions = inLanguages(kind);
  return {
    schema: {
      kind: 'collectionType',
      apiName: 'combination',
      collectionName: `combo_${name}s`,
      globalId: `Combo${capital(name)}`,
      info: { singularName: `combo-${name}`, pluralName: `combo-${name}s`, displayName: `Combo ${name}` },
      options: { draftAndPublish: kind.drafts },
      pluginOptions,
      attributes: {
        title: { type: 'string', pluginOptions },
        level: { type: 'integer', pluginOptions: { i18n: { localized: false } } },
        part: { type: 'component', component: 'combination.part', pluginOptions },
        parts: { type: 'component', component: 'combination.part', repeatable: true, pluginOptions },
        zone: { type: 'dynamiczone', components: ['combination.part', 'shared.note'], pluginOptions },
        about: { type: 'relation', relation: 'morphToMany' },
        ...Object.assign({}, ...names.map((other) => relationsBetween(name, other))),
      },
    },
  };
};

const part = () => {
  const attributes = {
    label: { type: 'string' },
    ...Object.assign(
      {},
      ...names.map((name) => ({
        [`to${capital(name)}`]: relation('oneToOne', name),
        [`all${capital(name)}`]: relation('oneToMany', name),
      }))
    ),
  };
  const schema = {
    collectionName: 'components_combination_parts',
    info: { displayName: 'Part' },
    options: {},
    attributes,
  };
  return {
    ...schema,
    __schema__: { ...schema, attributes: { ...attributes } },
    uid: 'combination.part',
    category: 'combination',
    modelType: 'component',
    modelName: 'part',
    globalId: 'ComponentCombinationPart',
  };
};

const each = (make) => Object.fromEntries(names.map((name) => [`combo-${name}`, make(name)]));

/** To be called before the site is loaded, as if these types stood in its folder `src/api`. */
export const addCombinations = (strapi) => {
  strapi.get('components').set('combination.part', part());
  strapi.get('apis').add('combination', {
    contentTypes: each(contentType),
    controllers: each((name) => factories.createCoreController(uidOf(name))),
    services: each((name) => factories.createCoreService(uidOf(name))),
    routes: each((name) => factories.createCoreRouter(uidOf(name))),
  });
};
