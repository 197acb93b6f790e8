import type { AccessType, ContentTypeChoice, ResourceType } from '../../../../../contract';
import {
  copyOf,
  finished,
  keyFrom,
  moved,
  newAccessType,
  pathsTo,
  proposedLabels,
  ruleOfKind,
  withAction,
  withOnlyPath,
} from './model';

const task: ContentTypeChoice = {
  uid: 'api::task.task',
  displayName: 'Tâche',
  draftAndPublish: false,
  fields: [{ name: 'title', type: 'string' }],
  paths: [
    { path: 'milestone.project', target: 'api::project.project' },
    { path: 'project', target: 'api::project.project' },
    { path: 'owner', target: 'plugin::guest-access.contact' },
  ],
};
const projects: ResourceType = {
  contentType: 'api::project.project',
  labels: { fr: 'Projets', en: '', cs: '' },
  labelField: 'name',
  readFields: null,
};

describe('the key made of a label', () => {
  it('has no accents, capitals, spaces or apostrophes', () => {
    expect(keyFrom('Comptes-rendus d’activité', [])).toBe('comptes-rendus-d-activite');
  });
  it('starts with a letter', () => expect(keyFrom('2026 : Tâches', [])).toBe('taches'));
  it('is empty where no letter is left', () => expect(keyFrom('2026 · ', [])).toBe(''));
  it('is never one that is taken', () => expect(keyFrom('Tâches', ['taches', 'taches-2'])).toBe('taches-3'));
  it('has at most 40 characters, with its number too', () => {
    const long = keyFrom('a'.repeat(60), []);
    expect(long).toHaveLength(40);
    expect(keyFrom('a'.repeat(60), [long])).toBe(`${'a'.repeat(38)}-2`);
  });
});

describe('the actions of an access type', () => {
  it('open a row wherever they do anything with rows', () => {
    expect(withAction([], 'update', true)).toEqual(['findOne', 'update']);
  });
  it('are all gone without opening', () =>
    expect(withAction(['find', 'findOne', 'delete'], 'findOne', false)).toEqual([]));
  it('stand in the order of the contract', () => {
    expect(withAction(['delete', 'findOne'], 'find', true)).toEqual(['find', 'findOne', 'delete']);
  });
  it('lose only what is unticked', () => expect(withAction(['find', 'findOne'], 'find', false)).toEqual(['findOne']));
});

describe('the rule', () => {
  it('offers the paths that lead there, the shortest first', () => {
    expect(pathsTo(task, 'api::project.project')).toEqual(['project', 'milestone.project']);
    expect(pathsTo(task, null)).toEqual([]);
    expect(pathsTo(undefined, 'api::project.project')).toEqual([]);
  });
  it('chooses by itself where there is no choice', () => {
    expect(ruleOfKind('contact', task, [])).toEqual({ kind: 'contact', path: 'owner' });
    expect(ruleOfKind('resource', task, [projects])).toEqual({
      kind: 'resource',
      resourceType: 'api::project.project',
      path: 'project',
    });
  });
  it('has neither path nor resource type for all rows', () => {
    expect(ruleOfKind('all', task, [projects])).toEqual({ kind: 'all' });
  });
  it('drops a path that does not lead to the target', () => {
    expect(withOnlyPath({ kind: 'contact', path: 'project' }, task).path).toBe('owner');
    expect(withOnlyPath({ kind: 'guest', path: 'project' }, task).path).toBe('');
  });
});

describe('an access type as it is kept', () => {
  const entry: AccessType = { ...newAccessType(), readFields: ['title'], writeFields: ['title', 'state'] };
  it('writes nothing without an action that writes', () => expect(finished(entry).writeFields).toBeNull());
  it('writes nothing beyond what is read', () => {
    expect(finished({ ...entry, actions: ['findOne', 'update'] }).writeFields).toEqual(['title']);
  });
  it('keeps the written fields where all are read', () => {
    const open: AccessType = { ...entry, actions: ['findOne', 'create'], readFields: null };
    expect(finished(open).writeFields).toEqual(['title', 'state']);
  });
  it('says that it is a copy, in its labels and in its key', () => {
    const copy = copyOf({ ...entry, labels: { fr: 'Tâches', en: '', cs: 'Ú'.repeat(80) } }, ['taches-copie']);
    expect(copy.key).toBe('taches-copie-2');
    expect(copy.labels).toEqual({ fr: 'Tâches (copie)', en: '', cs: `${'Ú'.repeat(72)} (kopie)` });
  });
  it('moves by one place and no further', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  });
});

it.each([
  ['', undefined, 'Jalon'],
  ['', 'Tâche', 'Jalon'],
  ['Tâche', 'Tâche', 'Jalon'],
  ['Étapes', 'Tâche', 'Étapes'],
  ['Étapes', undefined, 'Étapes'],
])('the French label %j of the content %j becomes %j, as another content is chosen', (fr, before, expected) => {
  const named = (displayName: string) => ({ displayName }) as ContentTypeChoice;
  const labels = proposedLabels(
    { fr, en: 'en', cs: '' },
    before === undefined ? before : named(before),
    named('Jalon')
  );
  expect(labels).toEqual({ fr: expected, en: 'en', cs: '' });
});
