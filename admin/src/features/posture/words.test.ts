import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingIds, posturePages } from '../../../../contract/posture';
import { placeOf } from './places';
import { factOf, repairWordsOf, rightOf, summaryOf } from './words';

const server = join(__dirname, '../../../../server/src/features/posture/findings');
const source = readdirSync(server)
  .map((file) => readFileSync(join(server, file), 'utf8'))
  .join('\n');

const translate = (key: string, values?: object) => `[${[key, ...Object.values(values ?? {})].join(' ')}]`;

describe('the words of a finding', () => {
  it('are there for every repair that the server does, and for what it takes', () => {
    const repairing = findingIds.filter((id) => repairWordsOf(id) !== null);
    expect(repairing.length).toBe(5);
    for (const [, permission = ''] of source.matchAll(/permission: '([^']+)'/g)) {
      expect(rightOf(translate, permission)).toBe(`[posture.right.${permission}]`);
    }
  });

  it('are the panel’s for actions and rights, and the site’s own for its names', () => {
    expect(factOf(translate, 'update')).toBe('[settings.action.brief.update]');
    expect(factOf(translate, 'right.users')).toBe('[posture.fact.right.users]');
    expect(factOf(translate, 'constructor')).toBe('constructor');
  });

  it('say how many there are, and how many of them are grave', () => {
    expect(summaryOf(translate, [])).toBe('[posture.summary 0]');
    expect(summaryOf(translate, [{ severity: 'low' }, { severity: 'high' }])).toBe('[posture.summaryGrave 2 1]');
  });
});

describe('the place of a finding', () => {
  it('is an address of the panel, for each that the server names', () => {
    for (const page of posturePages) expect(placeOf(page, null)).toMatch(/^\/(settings|plugins)\//);
    expect(placeOf('access-type', 'a&b#c')).toBe('/settings/guest-access?accessType=a%26b%23c#content');
    expect(placeOf('panel-role', '3')).toBe('/settings/roles/3');
  });
});
