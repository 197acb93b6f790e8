import ts from 'typescript';
import { filesBelow, textOf } from './sources';

/** Whether a file uses the type `any`, or tells the compiler to look away. */
const escapes = (file: string): boolean => {
  const text = textOf(file);
  const holdsAny = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.AnyKeyword || ts.forEachChild(node, (child) => holdsAny(child) || undefined) === true;
  const looksAway = new RegExp(`@ts-(${['ignore', 'expect-error', 'nocheck'].join('|')})`).test(text);
  return looksAway || holdsAny(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
};

describe('types', () => {
  it('are not escaped from', () => {
    const files = ['contract', 'client', 'server/src', 'admin/src', 'portal/src', 'playground/src', 'tests'].flatMap(
      (folder) => filesBelow(folder, { tests: true })
    );
    expect(files.filter(escapes)).toEqual([]);
  });
});
