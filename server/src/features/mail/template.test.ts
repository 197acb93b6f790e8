import { locales } from '../../../../contract';
import { faultsOfTemplate, variablesShown, type Declared, type Template, type Wording } from './template';
import { checkTemplates, templates } from './templates';

const faults = (variables: Declared, wording: Wording) =>
  faultsOfTemplate({ variables, wordings: { fr: wording, en: wording, cs: wording } } satisfies Template)
    .filter((fault) => fault.startsWith('fr'))
    .map((fault) => fault.slice(4));

describe('the messages of the product', () => {
  it('pass the check of the boot', () => {
    expect(checkTemplates).not.toThrow();
  });

  it.each(Object.entries(templates))(
    '%s shows the same variables in every language, all it declares',
    (_, template) => {
      const declared = Object.keys(template.variables).sort();
      for (const locale of locales) expect(variablesShown(template.wordings[locale])).toEqual(declared);
    }
  );

  it.each(Object.entries(templates))('%s has as many buttons in every language', (_, { wordings }) => {
    const buttons = locales.map((locale) => wordings[locale].blocks.filter(({ kind }) => kind === 'button').length);
    expect(new Set(buttons).size).toBe(1);
  });
});

describe('the check of a template', () => {
  const paragraph = (text: string, condition: object = {}) => [{ kind: 'paragraph' as const, text, ...condition }];

  it('passes a good one', () => {
    const wording = { subject: 'Hello {{name}}', blocks: paragraph('{{until}}', { when: 'until' }) };
    expect(faults({ name: 'text', until: 'instant?' }, wording)).toEqual([]);
  });

  it('finds a placeholder that is not declared', () => {
    expect(faults({}, { subject: '{{name}}', blocks: [] })).toEqual(['unknown placeholder {{name}}']);
  });

  it('finds a variable that a language forgot', () => {
    expect(faults({ name: 'text' }, { subject: 'Hello', blocks: [] })).toEqual(['{{name}} is never shown']);
  });

  it('finds a variable that may be missing where nothing says so', () => {
    expect(faults({ name: 'text?' }, { subject: 'Hello', blocks: paragraph('{{name}}') })).toHaveLength(1);
    expect(faults({ name: 'text?' }, { subject: '{{name}}', blocks: [] })).toHaveLength(1);
    expect(
      faults({ name: 'text?' }, { subject: 'Hello', blocks: paragraph('{{name}}', { unless: 'name' }) })
    ).toHaveLength(1);
  });

  it('finds a condition on a variable that is always there', () => {
    expect(
      faults({ name: 'text' }, { subject: 'Hello', blocks: paragraph('{{name}}', { when: 'name' }) })
    ).toHaveLength(1);
  });

  it('finds braces that are no placeholder', () => {
    expect(faults({}, { subject: '{{ name }} {{a.b}}', blocks: [] })).toHaveLength(1);
  });

  it('finds a button whose link is no link', () => {
    const button = { kind: 'button' as const, label: 'Go', link: 'name', fallback: 'Or' };
    expect(faults({ name: 'text' }, { subject: 'Hello', blocks: [button] })).toEqual(['name is not a link']);
  });
});
