import { hasDrafts, isLocalized, modelOf, type Strapi } from '../../../kernel';
import type { Way } from '../policy/rule-sql';
import { allows, type Profile } from '../policy/profile';

/**
 * The one way by which a guest reaches the rows of a type, with no condition beside its path; null where there is another.
 * Then the table of the relation alone answers which rows the guest sees, how many and in which order of ids. The path begins with
 * a relation to one row, of which few links are stored: one to its draft and one to what is published of it, for instance.
 */
export const soleWay = (strapi: Strapi, profile: Profile, uid: string): Way | null => {
  const model = modelOf(strapi, uid);
  const [reach, ...more] = (profile.reaches.get(uid) ?? []).filter(allows('find'));
  if (!model || hasDrafts(model) || isLocalized(model) || !reach || more.length > 0) return null;
  const { rule, drafts } = reach;
  if (rule.kind === 'all' || rule.kind === 'granted') return null;
  const relation = model.attributes[(rule.path ?? '').split('.')[0] ?? '']?.relation;
  return relation === 'manyToOne' || relation === 'oneToOne' ? { rule, drafts } : null;
};
