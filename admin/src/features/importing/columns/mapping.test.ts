import type { ImportFormat, ImportMapping } from '../../../../../contract/importing';
import { hasName, whenFormat, withField } from './mapping';

const mapping: ImportMapping = { fields: ['lastName', null, 'email'], nameOrder: 'last-first' };
const format: ImportFormat = { kind: 'csv', encoding: 'utf-8', separator: ';', hasHeader: true };

describe('the columns', () => {
  it('hold what is chosen, and the others what they held', () => {
    expect(withField(mapping, 1, 'email').fields).toEqual(['lastName', 'email', 'email']);
    expect(withField(mapping, 2, null).fields).toEqual(['lastName', null, null]);
  });

  it('need a name', () => {
    expect(hasName(mapping)).toBe(true);
    expect(hasName(withField(mapping, 0, 'fullName'))).toBe(true);
    expect(hasName(withField(mapping, 0, 'firstName'))).toBe(false);
  });

  it('stay in another encoding, and are guessed anew with another separator or header', () => {
    const next = (change: Partial<ImportFormat>) => whenFormat({ format, mapping }, { ...format, ...change });
    expect(next({ encoding: 'windows-1252' })).toEqual({ format: { ...format, encoding: 'windows-1252' }, mapping });
    expect(next({ separator: ',' })).toEqual({ format: { ...format, separator: ',' } });
    expect(next({ hasHeader: false })).toEqual({ format: { ...format, hasHeader: false } });
  });
});
