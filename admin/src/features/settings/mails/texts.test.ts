import type { MailText } from '../../../../../contract';
import { insertedAt, placeOf, withoutText, withText } from './texts';

const own = { subject: 'Votre accès', body: 'Bonjour' };
const key: MailText = { kind: 'access-key', locale: 'fr', subject: 'Bienvenue', body: 'Bonjour' };
const reset: MailText = { kind: 'password-reset', locale: 'fr', subject: 'Mot de passe', body: '{{link}}' };

describe('words of the site’s own', () => {
  it('are added, and replaced in their place', () => {
    expect(withText([reset], key, own)).toEqual([reset, key]);
    const changed = { ...key, body: 'Salut' };
    expect(withText([key, reset], changed, own)).toEqual([changed, reset]);
  });
  it('are none where they are the plugin’s', () => {
    expect(withText([key, reset], { ...key, ...own }, own)).toEqual([reset]);
    expect(withText([], { ...key, ...own }, own)).toEqual([]);
  });
  it('are of one language', () => {
    expect(placeOf([reset, key], 'access-key', 'fr')).toBe(1);
    expect(placeOf([reset, key], 'access-key', 'cs')).toBe(-1);
    expect(withoutText([reset, key], 'access-key', 'cs')).toEqual([reset, key]);
  });
});

describe('a placeholder', () => {
  it('comes in the place of what is selected, with the caret behind it', () => {
    expect(insertedAt('Bonjour X,', 8, 9, '{{guestName}}')).toEqual({ text: 'Bonjour {{guestName}},', caret: 21 });
    expect(insertedAt('', 0, 0, '{{link}}')).toEqual({ text: '{{link}}', caret: 8 });
  });
});
