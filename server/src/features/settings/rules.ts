import type { AccessType, ResourceType, Rule, RuleProblem, Settings, SettingsWarning } from '../../../../contract';
import { readableAttributes, type Model } from '../../kernel';
import { resolvePath, type FindModel } from './paths';

export const CONTACT = 'plugin::guest-access.contact';
export const GUEST = 'plugin::guest-access.guest';

/** A content type that guests may ever be given: one of the site's own. Users, tokens, files and our own tables are not. */
export const isOfferable = (uid: string): boolean => uid.startsWith('api::');

type Fault = { path: string; problem: RuleProblem };

const fieldFaults = (model: Model, fields: readonly string[] | null | undefined, path: string): Fault[] => {
  const readable = new Set(readableAttributes(model));
  return (fields ?? []).flatMap((field, index) =>
    readable.has(field) ? [] : [{ path: `${path}[${index}]`, problem: 'unknown-field' as const }]
  );
};

const targetOf = (rule: Rule): string | null => {
  if (rule.kind === 'resource') return rule.resourceType ?? null;
  if (rule.kind === 'contact') return CONTACT;
  return rule.kind === 'guest' ? GUEST : null;
};

const ruleFaults = (find: FindModel, model: Model, rule: Rule, resourceTypes: readonly ResourceType[]): Fault[] => {
  if (rule.kind === 'all') return [];
  if (rule.kind === 'resource' && !resourceTypes.some(({ contentType }) => contentType === rule.resourceType)) {
    return [{ path: 'resourceType', problem: 'unknown-resource-type' }];
  }
  const resolved = resolvePath(find, model, rule.path ?? '');
  if (resolved.kind === 'broken') return [{ path: 'path', problem: resolved.problem }];
  return resolved.uid === targetOf(rule) ? [] : [{ path: 'path', problem: 'path-misses-target' }];
};

const accessTypeFaults = (find: FindModel, type: AccessType, resourceTypes: readonly ResourceType[]): Fault[] => {
  const model = isOfferable(type.contentType) ? find(type.contentType) : null;
  if (model === null) return [{ path: 'contentType', problem: 'unknown-content-type' }];
  return [
    ...fieldFaults(model, type.readFields, 'readFields'),
    ...fieldFaults(model, type.writeFields, 'writeFields'),
    ...ruleFaults(find, model, type.rule, resourceTypes).map(({ path, problem }) => ({
      path: `rule.${path}`,
      problem,
    })),
  ];
};

const resourceTypeFaults = (find: FindModel, type: ResourceType): Fault[] => {
  const model = isOfferable(type.contentType) ? find(type.contentType) : null;
  if (model === null) return [{ path: 'contentType', problem: 'unknown-content-type' }];
  return [
    ...fieldFaults(model, [type.labelField], 'labelField').map(({ problem }) => ({ path: 'labelField', problem })),
    ...fieldFaults(model, type.readFields, 'readFields'),
  ];
};

/**
 * What the settings say of content types, fields and paths that are not there (any more). An entry with a fault is
 * closed: it gives nobody anything.
 */
export const faultsOf = (find: FindModel, settings: Settings): SettingsWarning[] => [
  ...settings.resourceTypes.flatMap((type, index) =>
    resourceTypeFaults(find, type).map(({ path, problem }) => ({ path: `resourceTypes[${index}].${path}`, problem }))
  ),
  ...settings.accessTypes.flatMap((type, index) =>
    accessTypeFaults(find, type, settings.resourceTypes).map(({ path, problem }) => ({
      path: `accessTypes[${index}].${path}`,
      problem,
    }))
  ),
];

/**
 * The faults that a change brings in. An entry that broke later (a field was deleted) stays as it is, closed, and does not
 * stand in the way of other changes.
 */
export const newFaults = (find: FindModel, next: Settings, kept: Settings): SettingsWarning[] => {
  const knownEntries = new Set([...kept.resourceTypes, ...kept.accessTypes].map((entry) => JSON.stringify(entry)));
  const isNew = (entry: ResourceType | AccessType) => !knownEntries.has(JSON.stringify(entry));
  return faultsOf(find, next).filter(({ path }) => {
    const [list, index] = path.split(/[[\]]/);
    const entry = list === 'resourceTypes' ? next.resourceTypes[Number(index)] : next.accessTypes[Number(index)];
    return entry !== undefined && isNew(entry);
  });
};

/** The settings without the entries that have a fault: what may be compiled. */
export const soundPart = (find: FindModel, settings: Settings): Pick<Settings, 'resourceTypes' | 'accessTypes'> => {
  const resourceTypes = settings.resourceTypes.filter((type) => resourceTypeFaults(find, type).length === 0);
  return {
    resourceTypes,
    accessTypes: settings.accessTypes.filter((type) => accessTypeFaults(find, type, resourceTypes).length === 0),
  };
};
