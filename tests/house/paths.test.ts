import ts from 'typescript';
import { filesBelow, textOf } from './sources';

/** Where a path of our API stands although `contract/routes.ts` has it, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'client/client.test.ts': 'what a whole address looks like',
  'contract/routes.ts': 'the roots themselves',
  'contract/routes.test.ts': 'what a whole path looks like',
  'playground/src/seed/guests.ts': 'a site is built by itself: its code calls the API as anybody’s does',
  'playground/src/seed/panel.ts': 'a site is built by itself: its code calls the API as anybody’s does',
  'tests/api/refusals.test.ts': 'a path that there is not',
  'tests/browser/guests.spec.ts': 'any call at all',
  'tests/security/keys.test.ts': 'a path with a key in it, and paths that there are not',
  'tests/security/limits.test.ts': 'other spellings of a path',
  'tests/security/sessions.test.ts': 'paths of the panel below the guests’ root, and other spellings of a path',
};

/** A path below one of the roots, after a server's address or a wildcard perhaps. */
const typedPath = /^(?:§|\*\*)?(?:\/api)?\/guest-access(?:[/§?]|$)/;

/** The texts of a file, with `§` for what is filled in. Comments and the names of tests are none of the kind looked for. */
const textsIn = (file: string): string[] => {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node)) {
      texts.push(node.head.text + node.templateSpans.map(({ literal }) => `§${literal.text}`).join(''));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true));
  return texts;
};

describe('a path of the API', () => {
  const files = ['client', 'contract', 'server/src', 'admin/src', 'portal/src', 'playground/src', 'tests']
    .flatMap((folder) => filesBelow(folder, { tests: true }))
    .filter((file) => !file.startsWith('tests/house/'));
  const typing = files.filter((file) => textsIn(file).some((text) => typedPath.test(text)));

  it('is typed in the contract only, and called by its name elsewhere', () => {
    expect(typing).toEqual(Object.keys(exceptions).sort());
  });
});
