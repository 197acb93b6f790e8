import type { Model } from '../../kernel';
import { pathsMax, pathsTo } from './paths';

const modelWith = (uid: string, targets: readonly string[], times: number): Model =>
  ({
    uid,
    attributes: Object.fromEntries(
      targets.flatMap((target) =>
        Array.from({ length: times }, (_none, index) => [
          `${target}${index}`,
          { type: 'relation', relation: 'manyToOne', target },
        ])
      )
    ),
  }) as unknown as Model;

describe('pathsTo', () => {
  it('answers soon, and the shortest paths, for types with many relations to each other', () => {
    const uids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const models = new Map(uids.map((uid) => [uid, modelWith(uid, uids, 20)]));
    const find = (uid: string) => models.get(uid) ?? null;
    const paths = pathsTo(find, modelWith('a', uids, 20), (uid) => uid === 'b');
    expect(paths).toHaveLength(pathsMax);
    expect(paths.slice(0, 20).every(({ path }) => !path.includes('.'))).toBe(true);
    expect(pathsTo(find, modelWith('a', uids, 20), () => false)).toEqual([]);
  });
});
