import ts from 'typescript';
import { filesBelow, importsOf, textOf } from './sources';

/*
 * What Strapi does not promise in its documentation is named in one folder, so that a new version of Strapi is a matter of that
 * folder and its contract tests.
 */

const PORTS = 'server/src/kernel/strapi/';
const server = filesBelow('server/src');
const outside = server.filter((file) => !file.startsWith(PORTS));

/** What may be asked of `strapi` anywhere: https://docs.strapi.io. All else of it is asked by a port. */
const promised = [/^log\b/, /^config\.get$/, /^store$/];

/** Uids that may be written anywhere: policies for the routes of plugins, and ours. */
const promisedUids = ['admin::isAuthenticatedAdmin', 'admin::hasPermissions'];
const foreignUid = /^(admin|plugin|strapi)::(?!guest-access\b)./;

/** Names that are an internal's, whatever they are a property of. */
const internalNames = new Set(
  (
    '_matchedRoute createPermissionsManager dialect generateUserAbility getKnexQuery inverseJoinColumn joinColumn joinTable ' +
    'koaContext lifecycles metadata qb queryBuilder queryScopes shadowCRUD userAbility'
  ).split(' ')
);

/** What may be taken from Strapi's packages, beside types. */
const promisedImports = new Set(['errors', 'strings']);

const isStrapi = (node: ts.Node): boolean =>
  (ts.isIdentifier(node) && node.text === 'strapi') ||
  (ts.isPropertyAccessExpression(node) && node.name.text === 'strapi');

/** `a.b.c` of `strapi.a.b.c`, from the innermost access of a chain. */
const chainOf = (innermost: ts.PropertyAccessExpression): string => {
  const names = [innermost.name.text];
  let node: ts.Node = innermost.parent;
  while (ts.isPropertyAccessExpression(node)) {
    names.push(node.name.text);
    node = node.parent;
  }
  return names.join('.');
};

const fault = (node: ts.Node): string | null => {
  if (ts.isPropertyAccessExpression(node)) {
    if (isStrapi(node.expression) && node.name.text !== 'strapi') {
      const chain = chainOf(node);
      return promised.some((one) => one.test(chain)) ? null : `strapi.${chain}`;
    }
    if (node.name.text === 'state' && ts.isIdentifier(node.expression) && node.expression.text === 'ctx')
      return 'ctx.state';
  }
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer) {
    if (isStrapi(node.initializer)) return node.getText();
  }
  if (ts.isIdentifier(node) && internalNames.has(node.text)) return node.text;
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
    if (internalNames.has(node.text)) return node.text;
    if (foreignUid.test(node.text) && !promisedUids.includes(node.text)) return node.text;
  }
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const { text } = node.moduleSpecifier;
    if (!text.startsWith('@strapi/') || node.importClause?.isTypeOnly) return null;
    const named = node.importClause?.namedBindings;
    const names = named && ts.isNamedImports(named) ? named.elements.map(({ name }) => name.text) : ['*'];
    return names.every((name) => promisedImports.has(name)) ? null : `${names.join()} of ${text}`;
  }
  return null;
};

/** What of Strapi's internals a text of TypeScript names. */
const internalsIn = (text: string): string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const here = fault(node);
    if (here !== null) found.push(here);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('any.ts', text, ts.ScriptTarget.Latest, true));
  return found;
};

describe('ports', () => {
  it.each([
    'strapi.db.query(uid)',
    'context.strapi.server.use(work)',
    'const { db } = strapi;',
    'strapi.config.set(key, value)',
    'const { route } = ctx.state;',
    "rows(strapi, 'admin::user')",
    'rows(strapi, `plugin::upload.${name}`)',
    'strapi.cron.add(jobs)',
    'const { joinTable } = attribute;',
    "value['getKnexQuery']()",
    "import { sanitize } from '@strapi/utils';",
  ])('are missed: %s', (text) => {
    expect(internalsIn(text)).toHaveLength(1);
  });

  it.each([
    'strapi.log.warn(words)',
    'context.strapi.config.get(key)',
    "rows(strapi, 'plugin::guest-access.guest')",
    "rows(strapi, 'api::task.task')",
    'event.state.ids = ids;',
    "import { errors } from '@strapi/utils';",
  ])('are not asked for what Strapi promises: %s', (text) => {
    expect(internalsIn(text)).toEqual([]);
  });

  it('alone name what Strapi does not promise', () => {
    const named = outside.flatMap((file) => internalsIn(textOf(file)).map((what) => `${file}: ${what}`));
    expect(named).toEqual([]);
  });

  it('know nothing of the plugin', () => {
    const wrong = importsOf(server.filter((file) => file.startsWith(PORTS))).filter(
      ({ to }) => to !== null && !to.startsWith(PORTS)
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});
