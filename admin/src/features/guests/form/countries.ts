import type { Option } from '../../../kernel/ui/fields';

/** Codes of groups of countries, of uninhabited places and of no place at all, which `Intl` names too. */
const noCountries = new Set(['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO', 'CP', 'DG', 'TA', 'EA', 'IC', 'AC']);

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codes = letters.flatMap((first) => letters.map((second) => first + second));

/** Whether the code is the one in use: an old one (`SU`) is brought to today's (`RU`). */
const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;

/** The countries, sorted by name. */
export const countriesIn = (language: string): Option[] => {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return codes
    .filter((code) => !noCountries.has(code) && isCurrent(code))
    .flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [{ value: code, label: name }];
    })
    .sort((one, other) => one.label.localeCompare(other.label, language));
};
