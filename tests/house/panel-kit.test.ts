import ts from 'typescript';
import { filesBelow, textOf } from './sources';

/** What the kit wraps once: windows and questions, fields, choices, tables. */
const kit = [
  'Modal',
  'Dialog',
  'Field',
  'TextInput',
  'Textarea',
  'NumberInput',
  'SingleSelect',
  'Combobox',
  'Switch',
  'Radio',
  'Table',
  'Loader',
];

/** The names that a text imports from a package. */
const namesFrom = (text: string, specifier: string): string[] =>
  ts.createSourceFile('file.tsx', text, ts.ScriptTarget.Latest).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const bindings = statement.importClause?.namedBindings;
    if (statement.moduleSpecifier.text !== specifier || bindings === undefined || !ts.isNamedImports(bindings))
      return [];
    return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
  });

describe('the panel’s kit', () => {
  it('is found where somebody goes round it', () => {
    const text = "import { Box, Modal as Window } from '@strapi/design-system';";
    expect(namesFrom(text, '@strapi/design-system')).toEqual(['Box', 'Modal']);
  });

  it('is the only place that makes windows, fields and tables of the design system’s', () => {
    const around = filesBelow('admin/src')
      .filter((file) => !file.startsWith('admin/src/kernel/'))
      .flatMap((file) => namesFrom(textOf(file), '@strapi/design-system').map((name) => ({ file, name })))
      .filter(({ name }) => kit.includes(name));
    expect(around).toEqual([]);
  });
});
