import { languageName } from './languageNames';

it.each([
  ['cs', 'fr', 'Tchèque'],
  ['fr', 'en', 'French'],
  ['en', 'cs', 'Angličtina'],
  ['fr', 'fr', 'Français'],
] as const)('%s in %s is %s', (language, reader, name) => {
  expect(languageName(language, reader)).toBe(name);
});
