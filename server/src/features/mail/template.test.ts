import { locales } from '../../../../contract';
import { asTyped, faultsOfTemplate, variablesShown, type Template, type Wording } from './template';
import { checkTemplates, templates } from './templates';
import { readWords, type Declared } from './placeholders';

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

  it.each(Object.entries(templates))('%s has as many paragraphs in every language', (_, { wordings }) => {
    expect(new Set(locales.map((locale) => wordings[locale].paragraphs.length)).size).toBe(1);
  });

  it.each(Object.entries(templates))('%s is what its words are when a person types them', (_, { wordings }) => {
    for (const locale of locales) {
      const { subject, paragraphs } = wordings[locale];
      expect(readWords(asTyped(wordings[locale]))).toEqual({ subject, paragraphs });
    }
  });
});

describe('the check of a template', () => {
  it('passes a good one', () => {
    expect(
      faults({ name: 'own', until: 'instant?' }, { subject: 'Hello {{name}}', paragraphs: ['{{until}}'] })
    ).toEqual([]);
  });

  it('passes one without a link, and one with', () => {
    expect(faults({ name: 'typed' }, { subject: 'Hello', paragraphs: ['{{name}}'] })).toEqual([]);
    expect(faults({ link: 'link' }, { subject: 'Hello', paragraphs: ['{{link}}'], action: 'Go' })).toEqual([]);
  });

  it('finds a placeholder that is not declared', () => {
    expect(faults({}, { subject: '{{name}}', paragraphs: [] })).toEqual(['unknown-placeholder {{name}}']);
  });

  it('finds a variable that a language forgot', () => {
    expect(faults({ name: 'typed' }, { subject: 'Hello', paragraphs: [] })).toEqual(['{{name}} is never shown']);
  });

  it('finds a button without an action, and an action without a button', () => {
    const button = { subject: 'Hello', paragraphs: ['{{link}}'] };
    expect(faults({ link: 'link' }, button)).toEqual(['the button has no action']);
    expect(faults({}, { subject: 'Hello', paragraphs: [], action: 'Go' })).toEqual(['the action has no button']);
  });
});
