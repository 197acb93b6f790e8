import { locales } from './constants';
import type { TrailLine } from './trail';
import { sentenceOf, sentenceParts } from './trail-sentences';

const line: TrailLine = {
  documentId: 'x',
  at: '2026-11-27T10:00:00.000Z',
  action: 'access.saved',
  actor: { kind: 'editor', name: 'Anne Kermarrec' },
  guest: { documentId: 'g', name: 'Élodie Marchand' },
  isGuestThere: true,
  row: { contentType: 'api::task.task', typeName: 'Tâche', documentId: 't', title: 'Relire l’acte' },
  count: 1200,
  address: null,
  place: 1,
};

describe('a line of the trail as a sentence', () => {
  it('elides before a name in French, and quotes as each language does', () => {
    expect(sentenceOf(line, 'fr')).toBe('Anne Kermarrec a sauvegardé l’accès d’Élodie Marchand.');
    const seen = { ...line, action: 'row.seen' } as const;
    expect(locales.map((locale) => sentenceOf(seen, locale))).toEqual([
      'Anne Kermarrec a ouvert Tâche «\u00A0Relire l’acte\u00A0».',
      'Anne Kermarrec opened Tâche “Relire l’acte”.',
      'Anne Kermarrec otevírá Tâche „Relire l’acte“.',
    ]);
  });

  it('names the pieces that can be followed', () => {
    expect(sentenceParts(line, 'en')).toEqual([
      { text: 'Anne Kermarrec', of: 'actor' },
      { text: ' saved the access of ', of: null },
      { text: 'Élodie Marchand', of: 'guest' },
      { text: '.', of: null },
    ]);
  });

  it('tells nobody’s name where none is told, and numbers as each language writes them', () => {
    const hidden = { ...line, actor: { kind: 'guest', name: null }, guest: null, row: null } as const;
    expect(sentenceOf({ ...hidden, action: 'row.updated' }, 'fr')).toBe('Un invité a modifié un élément.');
    expect(sentenceOf({ ...hidden, action: 'contacts.exported' }, 'fr')).toBe(
      'Un invité a exporté des contacts\u00A0: 1\u202F200.'
    );
  });

  it('takes a name for a name, whatever stands in it', () => {
    const hostile = { ...line, guest: { documentId: 'g', name: '{actor} $& de Alice \uE011' } };
    expect(sentenceOf(hostile, 'fr')).toContain('{actor} $& de Alice');
    expect(sentenceParts(hostile, 'fr').filter(({ of }) => of === 'guest')).toHaveLength(1);
  });
});
