import {
  accessActions,
  type AccessAction,
  type AccessType,
  type ContentTypeChoice,
  type Labels,
  type Locale,
  type ResourceType,
  type Rule,
  type RuleKind,
} from '../../../../../contract';
import { contactUid } from '../../../kernel/plugin';

const guestUid = 'plugin::guest-access.guest';

const noLabels: Labels = { fr: '', en: '', cs: '' };

export const newResourceType = (): ResourceType => ({
  contentType: '',
  labels: noLabels,
  labelField: '',
  readFields: null,
});

export const newAccessType = (): AccessType => ({
  key: '',
  labels: noLabels,
  contentType: '',
  actions: ['find', 'findOne'],
  readFields: null,
  writeFields: null,
  drafts: false,
  rule: { kind: 'resource', path: '', resourceType: '' },
});

const keyLengthMax = 40;

/**
 * A key made of a label: `Comptes-rendus d’activité` becomes `comptes-rendus-d-activite`. Never one of `taken`:
 * a number is put behind it. Empty where the label holds no letter of the Latin alphabet.
 */
export const keyFrom = (label: string, taken: readonly string[]): string => {
  const base = label
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, keyLengthMax)
    .replace(/-+$/, '');
  if (base === '' || !taken.includes(base)) return base;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const candidate = base.slice(0, keyLengthMax - suffix.length).replace(/-+$/, '') + suffix;
    if (!taken.includes(candidate)) return candidate;
  }
};

/** The labels after another content type was chosen: the French one is its name, unless somebody has typed one of their own. */
export const proposedLabels = (
  labels: Labels,
  before: ContentTypeChoice | undefined,
  chosen: ContentTypeChoice | undefined
): Labels => {
  const isOwn = labels.fr !== '' && labels.fr !== before?.displayName;
  return isOwn ? labels : { ...labels, fr: chosen?.displayName ?? '' };
};

/**
 * The actions after one was ticked or unticked. Whoever lists, creates, changes or deletes a row also opens it, so
 * `findOne` comes with each of the others and takes them along when it goes.
 */
export const withAction = (actions: readonly AccessAction[], action: AccessAction, on: boolean): AccessAction[] => {
  if (!on && action === 'findOne') return [];
  return accessActions.filter((one) => {
    if (one === action) return on;
    return actions.includes(one) || (on && one === 'findOne');
  });
};

export const writes = (actions: readonly AccessAction[]): boolean =>
  actions.includes('create') || actions.includes('update');

/** Where the path of a rule must lead; null where the rule has no path, or its resource type is not chosen yet. */
export const targetOf = (rule: Rule): string | null => {
  switch (rule.kind) {
    case 'resource':
      return rule.resourceType === undefined || rule.resourceType === '' ? null : rule.resourceType;
    case 'contact':
      return contactUid;
    case 'guest':
      return guestUid;
    case 'all':
      return null;
  }
};

/** The paths of a content type that lead to `target`, the shortest first. */
export const pathsTo = (contentType: ContentTypeChoice | undefined, target: string | null): string[] =>
  (contentType?.paths ?? [])
    .filter((one) => one.target === target)
    .map((one) => one.path)
    .sort((a, b) => a.split('.').length - b.split('.').length);

/** A rule of `kind`, with the resource type and the path filled in where there is only one of them. */
export const ruleOfKind = (
  kind: RuleKind,
  contentType: ContentTypeChoice | undefined,
  resourceTypes: readonly ResourceType[]
): Rule => {
  if (kind === 'all') return { kind };
  if (kind !== 'resource') return withOnlyPath({ kind, path: '' }, contentType);
  const reachable = resourceTypes.filter((one) => pathsTo(contentType, one.contentType).length > 0);
  const only = reachable.length === 1 ? reachable[0] : undefined;
  return withOnlyPath({ kind, path: '', resourceType: only?.contentType ?? '' }, contentType);
};

/** The rule with the path kept where it still leads there, else with the only one (or only direct one) that does, else with none. */
export const withOnlyPath = (rule: Rule, contentType: ContentTypeChoice | undefined): Rule => {
  if (rule.kind === 'all') return rule;
  const paths = pathsTo(contentType, targetOf(rule));
  if (rule.path !== undefined && paths.includes(rule.path)) return rule;
  const direct = paths.filter((path) => !path.includes('.'));
  const [only] = direct.length === 1 ? direct : paths.length === 1 ? paths : [];
  return { ...rule, path: only ?? '' };
};

/** Types of fields that can name a row in a list. */
const namingTypes = ['string', 'text', 'uid', 'email', 'enumeration', 'integer', 'biginteger', 'date', 'datetime'];

/** The fields of a content type that can name its rows. */
export const namingFields = (contentType: ContentTypeChoice | undefined): string[] =>
  (contentType?.fields ?? []).filter((field) => namingTypes.includes(field.type)).map((field) => field.name);

/** What is stored of an entry: no written fields where nothing is written, none of them beyond what is read. */
export const finished = (entry: AccessType): AccessType => {
  const { readFields, writeFields, actions } = entry;
  if (!writes(actions) || writeFields === null) return { ...entry, writeFields: null };
  if (readFields === null) return entry;
  return { ...entry, writeFields: writeFields.filter((name) => readFields.includes(name)) };
};

const labelLengthMax = 80;
const copied: Labels = { fr: ' (copie)', en: ' (copy)', cs: ' (kopie)' };

/** A copy of an access type, which says so in each of its labels, under a free key made of the French one. */
export const copyOf = (entry: AccessType, taken: readonly string[]): AccessType => {
  const labelled = (locale: Locale): string => {
    const label = entry.labels[locale];
    return label === '' ? '' : label.slice(0, labelLengthMax - copied[locale].length) + copied[locale];
  };
  const labels = { fr: labelled('fr'), en: labelled('en'), cs: labelled('cs') };
  return { ...entry, labels, key: keyFrom(labels.fr, taken) };
};

/** A list with the entry at `index` moved by `step` places. */
export const moved = <T>(list: readonly T[], index: number, step: -1 | 1): T[] => {
  const next = [...list];
  const [entry] = next.splice(index, 1);
  if (entry !== undefined) next.splice(index + step, 0, entry);
  return next;
};
