import { elide } from './elision';

const say = (text: string, values: Record<string, string | number>) =>
  elide((marked) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(marked[name] ?? whole)), values);

describe('«de» before a name', () => {
  it.each([
    ['Atelier Nord', 'l’accès d’Atelier Nord.'],
    ['Élodie', 'l’accès d’Élodie.'],
    ['Œuvres', 'l’accès d’Œuvres.'],
    ['Maison Sud', 'l’accès de Maison Sud.'],
    ['Hongkong', 'l’accès de Hongkong.'],
    ['3 Suisses', 'l’accès de 3 Suisses.'],
  ])('%s', (name, text) => {
    expect(say('l’accès de {name}.', { name })).toBe(text);
  });

  it('is read at each place by itself, only where it is a word, and never inside of a value', () => {
    const values = { one: 'Anne', two: 'Lettre de Anne', count: 8 };
    expect(say('De {one}, de {two}, que {one}, code {one}, à {one}, de {count}', values)).toBe(
      'D’Anne, de Lettre de Anne, qu’Anne, code Anne, à Anne, de 8'
    );
  });
});
