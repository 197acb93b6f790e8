import { filesBelow, textOf } from './sources';

/** Where a code is read by hand, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'tests/strapi-contract/ports/requests.ts': 'what Strapi makes of any error at all, codes of nobody among them',
};

/** `error.details.code`, `error?.details?.['code']`. */
const byHand = /\berror\??\.details(?:\??\.code\b|(?:\?\.)?\[['"]code['"]\])/;
/** Texts and comments name it; code that reads it is what is looked for. */
const codeOf = (file: string): string => textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*|`[^`\n$]*`/g, '');

describe('the code of a refusal', () => {
  it('is read by the one reader of the contract', () => {
    const files = ['client', 'admin/src', 'portal/src', 'playground/src', 'tests']
      .flatMap((folder) => filesBelow(folder, { tests: true }))
      .filter((file) => file !== 'tests/house/refusals.test.ts');
    expect(files.filter((file) => byHand.test(codeOf(file)))).toEqual(Object.keys(exceptions));
  });
});
