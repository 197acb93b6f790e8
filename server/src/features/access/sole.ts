import type { Rule } from '../../../../contract';
import { hasDrafts, isLocalized, modelOf, type Strapi } from '../../kernel';
import { allows, type Profile } from './profile';

/**
 * The one rule by which a guest reaches the rows of a type, each at most once and with no condition beside it; null where
 * that is not so. Then the table of the relation alone answers which rows he sees, how many and in which order of ids.
 */
export const soleRule = (strapi: Strapi, profile: Profile, uid: string): Rule | null => {
  const model = modelOf(strapi, uid);
  const [reach, ...more] = (profile.reaches.get(uid) ?? []).filter(allows('find'));
  if (!model || hasDrafts(model) || isLocalized(model) || !reach || more.length > 0) return null;
  const { rule } = reach;
  if (rule.kind === 'all' || rule.kind === 'granted') return null;
  const relation = model.attributes[(rule.path ?? '').split('.')[0] ?? '']?.relation;
  return relation === 'manyToOne' || relation === 'oneToOne' ? rule : null;
};
