import type { Viewer } from '../../../../contract/insight';
import type { TextValues, Translate } from '../../kernel/translate';
import { actionsText, nameOf, throughText } from './viewers';

/** The key, with what is put into the text. */
const translate: Translate = (key, values: TextValues = {}) => [key, ...Object.values(values)].join(' ');

const viewer = (more: Partial<Viewer> = {}): Viewer => ({
  guest: { documentId: 'g', name: 'NOA Arthur', contactId: 'c' },
  state: 'open',
  actions: ['find', 'update'],
  through: [
    { kind: 'resource', key: 'api::project.project', labels: { fr: 'Projets', en: '', cs: '' }, actions: ['find'] },
    { kind: 'access', key: 'tasks', labels: { fr: 'Tâches', en: 'Tasks', cs: '' }, actions: ['find', 'update'] },
  ],
  ...more,
});

describe('a guest who sees a row, in words', () => {
  it('is named, or said to be nobody whose name may be read', () => {
    expect(nameOf(translate, viewer())).toBe('NOA Arthur');
    expect(nameOf(translate, viewer({ guest: null }))).toBe('insight.viewers.unnamed');
  });

  it('sees it through each way, in the reader’s language; a grant of the row itself is told from an access', () => {
    expect(throughText(translate, 'fr', viewer())).toBe(
      'insight.viewers.way.resource Projets, insight.viewers.way.access Tâches'
    );
  });

  it('may do with it what the server says', () => {
    expect(actionsText(translate, viewer().actions)).toBe('insight.viewers.action.find, insight.viewers.action.update');
  });
});
