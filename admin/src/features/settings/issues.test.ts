import { accessType, settings } from '../../../../contract';
import { check, issueAt, issuesBelow } from '../../kernel/form/issues';
import { newAccessType } from './content/model';
import { valueAt, warningsOf } from './warnings';

const entry = accessType.cast({
  ...newAccessType(),
  key: 'taches',
  labels: { fr: 'Tâches' },
  contentType: 'api::task.task',
  rule: { kind: 'resource', path: 'milestone.project', resourceType: 'api::project.project' },
});
const saved = settings.cast({ contacts: true, guests: true, resourceTypes: [], accessTypes: [entry] });

describe('checking an entry', () => {
  it('accepts a whole one as the contract casts it', () => {
    const checked = check(accessType, { ...entry, labels: { fr: ' Tâches ' } });
    expect(checked).toMatchObject({ kind: 'accepted', value: { labels: { fr: 'Tâches', en: '', cs: '' } } });
  });
  it('says once for each empty field that it is required', () => {
    const checked = check(accessType, { ...newAccessType(), actions: [] });
    if (checked.kind === 'accepted') throw new Error('accepted');
    const reasons = Object.fromEntries(checked.issues.map(({ path, reason }) => [path, reason]));
    expect(reasons).toEqual({
      key: 'required',
      'labels.fr': 'required',
      contentType: 'required',
      actions: 'required',
      'rule.path': 'required',
      'rule.resourceType': 'required',
    });
  });
  it('names the place of an entry in the settings', () => {
    const checked = check(settings, { ...saved, accessTypes: [entry, { ...entry, key: 'Nope!' }] });
    if (checked.kind === 'accepted') throw new Error('accepted');
    expect(issuesBelow(checked.issues, 'accessTypes[1]')).toMatchObject([{ path: 'key', reason: 'matches' }]);
    expect(issuesBelow(checked.issues, 'accessTypes[0]')).toEqual([]);
  });
  it('finds what is wrong inside a list at the list', () => {
    const issue = { path: 'readFields[3]', reason: 'matches', params: {}, message: '' };
    expect(issueAt([issue], 'readFields')).toBe(issue);
    expect(issueAt([issue], 'read')).toBeUndefined();
  });
});

describe('the warnings of an entry', () => {
  const warnings = [{ path: 'accessTypes[0].rule.path', problem: 'unknown-path' as const }];
  it('are those of its place, with the value they speak of', () => {
    const [warning] = warningsOf('accessTypes', entry, saved, warnings);
    expect(warning).toMatchObject({ place: 'rule.path', problem: 'unknown-path' });
    expect(valueAt(entry, 'rule.path')).toBe('milestone.project');
    expect(valueAt({ ...entry, readFields: ['old'] }, 'readFields[0]')).toBe('old');
  });
  it('are gone once it is changed, as the server has not looked yet', () => {
    expect(warningsOf('accessTypes', { ...entry, drafts: true }, saved, warnings)).toEqual([]);
  });
});
