import { filesBelow, textOf } from './sources';

describe('types', () => {
  it('are not escaped from', () => {
    const escapes = /(:\s*any\b|\bas any\b|<any>|@ts-ignore|@ts-expect-error|@ts-nocheck)/;
    const files = ['contract', 'server/src', 'admin/src', 'portal/src', 'tests'].flatMap((folder) =>
      filesBelow(folder, { tests: true })
    );
    expect(files.filter((file) => !file.startsWith('tests/house/') && escapes.test(textOf(file)))).toEqual([]);
  });
});
