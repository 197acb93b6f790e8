import { locales } from '../../contract';
import { stateWords } from '../../server/src/features/contacts/words';
import { originWords } from '../../server/src/features/guests/words';
import { textOf } from './sources';

describe('what is read outside the panel', () => {
  it.each(locales)('has the words of the panel: %s', (locale) => {
    const words: Record<string, string> = JSON.parse(textOf(`admin/src/translations/${locale}.json`));
    const ofPanel = (prefix: string, worded: object) =>
      Object.fromEntries(Object.keys(worded).map((key) => [key, words[prefix + key]]));
    const here = (worded: Record<string, Record<string, string>>) =>
      Object.fromEntries(Object.entries(worded).map(([key, one]) => [key, one[locale]]));
    expect(here(stateWords)).toEqual(ofPanel('access.state.', stateWords));
    expect(here(originWords)).toEqual(ofPanel('guests.origin.', originWords));
  });
});
