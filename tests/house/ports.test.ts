import ts from 'typescript';
import { takenFromPanel } from '../strapi-contract/ports/panel';
import { filesBelow, importsOf, textOf } from './sources';

/*
 * What Strapi does not promise in its documentation is named in one folder of each side, so that a new version of Strapi is a
 * matter of that folder and its contract tests.
 */

const PORTS = 'server/src/kernel/strapi/';
const server = filesBelow('server/src');
const outside = server.filter((file) => !file.startsWith(PORTS));

const PANEL_PORTS = 'admin/src/kernel/strapi/';
const panel = filesBelow('admin/src');
const panelOutside = panel.filter((file) => !file.startsWith(PANEL_PORTS));

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

/** What the panel's side may take from the panel anywhere; the design system and the icons are packages of their own. */
const promisedOfPanel = new Set('Blocker Form Layouts Page Pagination useClipboard useNotification'.split(' '));
const foreignPackage = /^(@strapi\/(?!design-system|icons)|@reduxjs\/|react-redux)/;

const internalOfPanel =
  /^\/?content-manager\b|^Admin\/CM\/|^data-strapi-|\[data-strapi-|^media-library$|^(addDocumentAction|addEditViewSidePanel|addRBACMiddleware|backendURL|checkUserHasPermissions|injectComponent)$/;

const takenIn = (node: ts.ImportDeclaration): string[] => {
  const clause = node.importClause;
  if (clause?.isTypeOnly) return [];
  const named = clause?.namedBindings;
  if (named === undefined || !ts.isNamedImports(named)) return ['*'];
  return named.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ name, propertyName }) => (propertyName ?? name).text);
};

const panelFault = (node: ts.Node): string | null => {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const { text } = node.moduleSpecifier;
    if (!foreignPackage.test(text)) return null;
    const wrong = takenIn(node).filter((name) => text !== '@strapi/strapi/admin' || !promisedOfPanel.has(name));
    return wrong.length === 0 ? null : `${wrong.join()} of ${text}`;
  }
  if (ts.isPropertyAccessExpression(node) && isStrapi(node.expression)) return `strapi.${node.name.text}`;
  if (!ts.isIdentifier(node) && !ts.isStringLiteralLike(node) && !ts.isTemplateHead(node)) return null;
  return internalOfPanel.test(node.text) || foreignUid.test(node.text) ? node.text : null;
};

/** What of Strapi's internals a text of TypeScript names, by the side's rule. */
const internalsIn = (text: string, rule = fault): string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const here = rule(node);
    if (here !== null) found.push(here);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('any.tsx', text, ts.ScriptTarget.Latest, true));
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

  it.each([
    "import { useAuth } from '@strapi/strapi/admin';",
    "import { Page, adminApi } from '@strapi/strapi/admin';",
    "import { useSelector } from 'react-redux';",
    "import { createApi } from '@reduxjs/toolkit/query';",
    'const url = window.strapi.backendURL;',
    'get(`/content-manager/collection-types/${uid}`)',
    "app.getPlugin('content-manager')",
    'const error = <p data-strapi-field-error />;',
    "document.querySelector('[role=dialog] [data-strapi-field-error]')",
    "rows('plugin::upload.file')",
  ])('are missed in the panel: %s', (text) => {
    expect(internalsIn(text, panelFault)).not.toEqual([]);
  });

  it.each([
    "import { Layouts, useNotification, type StrapiApp } from '@strapi/strapi/admin';",
    "import { Box } from '@strapi/design-system';",
    "const uid = 'plugin::guest-access.contact';",
  ])('are not asked in the panel for what it promises: %s', (text) => {
    expect(internalsIn(text, panelFault)).toEqual([]);
  });

  it('alone name what the panel does not promise', () => {
    const named = panelOutside.flatMap((file) =>
      internalsIn(textOf(file), panelFault).map((what) => `${file}: ${what}`)
    );
    expect(named).toEqual([]);
  });

  it('and all else of the panel take what a contract test looks for', () => {
    const taken = new Set<string>();
    for (const file of panel) {
      ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true).forEachChild((node) => {
        if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return;
        if (node.moduleSpecifier.text === '@strapi/strapi/admin') takenIn(node).forEach((name) => taken.add(name));
      });
    }
    expect([...taken].sort()).toEqual([...takenFromPanel].sort());
  });

  it('know nothing of the plugin', () => {
    const isPort = (file: string) => file.startsWith(PORTS) || file.startsWith(PANEL_PORTS);
    const wrong = importsOf([...server, ...panel].filter(isPort)).filter(({ to }) => to !== null && !isPort(to));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});
