import { relationsMax, type RuleProblem } from '../../../../contract';
import type { Model } from '../../kernel';

/** How a model is found by its uid: content types and components. */
export type FindModel = (uid: string) => Model | null;

const ownRelations = new Set(['createdBy', 'updatedBy', 'localizations']);

/** The model an attribute leads to, and whether that step is a relation (a component is not counted). */
const stepOf = (find: FindModel, model: Model, name: string): { to: Model; isRelation: boolean } | null => {
  const attribute = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined;
  if (attribute === undefined || ownRelations.has(name)) return null;
  if (attribute.type === 'component' && attribute.component) {
    const to = find(attribute.component);
    return to && { to, isRelation: false };
  }
  // A morph relation has no one target; nothing can be proved along it.
  if (attribute.type !== 'relation' || !attribute.target || attribute.relation?.startsWith('morph')) return null;
  const to = find(attribute.target);
  return to && { to, isRelation: true };
};

export type ResolvedPath = { kind: 'target'; uid: string } | { kind: 'broken'; problem: RuleProblem };

/** Where a relation path really leads. */
export const resolvePath = (find: FindModel, from: Model, path: string): ResolvedPath => {
  let model = from;
  let relations = 0;
  let endsInRelation = false;
  for (const name of path.split('.')) {
    const step = stepOf(find, model, name);
    if (step === null) return { kind: 'broken', problem: 'unknown-path' };
    model = step.to;
    endsInRelation = step.isRelation;
    if (step.isRelation) relations += 1;
  }
  if (relations > relationsMax) return { kind: 'broken', problem: 'path-too-long' };
  return endsInRelation ? { kind: 'target', uid: model.uid } : { kind: 'broken', problem: 'unknown-path' };
};

/** More than anybody chooses from. Types with many relations to each other have hundreds of thousands of paths. */
export const pathsMax = 500;
/** Steps that are looked at for one type, where its paths lead to nothing that is asked for. */
const stepsMax = 20_000;

/**
 * The paths of at most three relations from a type to one of the targets, the shortest first, `pathsMax` of them; a path visits
 * no type twice.
 */
export const pathsTo = (
  find: FindModel,
  from: Model,
  isTarget: (uid: string) => boolean
): { path: string; target: string }[] => {
  const found: { path: string; target: string }[] = [];
  const ends = [{ model: from, trail: [] as string[], relations: 0, seen: new Set([from.uid]) as ReadonlySet<string> }];
  let steps = 0;
  for (const { model, trail, relations, seen } of ends) {
    for (const name of Object.keys(model.attributes)) {
      if (found.length === pathsMax || steps === stepsMax) return found;
      const step = stepOf(find, model, name);
      if (step === null || seen.has(step.to.uid)) continue;
      const depth = relations + (step.isRelation ? 1 : 0);
      if (depth > relationsMax) continue;
      steps += 1;
      const path = [...trail, name];
      if (step.isRelation && isTarget(step.to.uid)) found.push({ path: path.join('.'), target: step.to.uid });
      ends.push({ model: step.to, trail: path, relations: depth, seen: new Set([...seen, step.to.uid]) });
    }
  }
  return found;
};
