import type { AccessType, ResourceType, Settings } from '../../../../contract';
import type { FindModel } from './paths';
import { soundPart } from './rules';

/** A way to rows of a content type, as one entry of the settings opens it. */
export interface Way {
  /** Of the entry, as Strapi's errors have it: `['accessTypes', '2']`. */
  path: readonly string[];
  /** The same before and after a change. */
  id: string;
  contentType: string;
  /** The rule in one word; `granted` for a row that is given itself. */
  rule: string;
  actions: readonly string[];
  /** Null: all that Strapi does not hide. */
  readFields: readonly string[] | null;
  writeFields: readonly string[] | null;
  drafts: boolean;
}

const wayOfAccess = ({ rule, ...type }: AccessType, index: number): Way => ({
  path: ['accessTypes', String(index)],
  id: `access ${type.key}`,
  contentType: type.contentType,
  rule: [rule.kind, rule.path, rule.resourceType].join(' '),
  actions: type.actions,
  readFields: type.readFields ?? null,
  writeFields: type.writeFields ?? type.readFields ?? null,
  drafts: type.drafts,
});

const wayOfResource = ({ contentType, readFields }: ResourceType, index: number): Way => ({
  path: ['resourceTypes', String(index)],
  id: `resource ${contentType}`,
  contentType,
  rule: 'granted',
  actions: ['find', 'findOne'],
  readFields: readFields ?? null,
  writeFields: [],
  drafts: false,
});

/** The ways that count: an entry with a fault is closed. */
export const waysOf = (find: FindModel, settings: Settings): Way[] => {
  const { resourceTypes, accessTypes } = soundPart(find, settings);
  return [
    ...settings.resourceTypes.flatMap((type, index) =>
      resourceTypes.includes(type) ? wayOfResource(type, index) : []
    ),
    ...settings.accessTypes.flatMap((type, index) => (accessTypes.includes(type) ? wayOfAccess(type, index) : [])),
  ];
};

const within = (some: readonly string[], all: readonly string[]): boolean => some.every((one) => all.includes(one));

/** Whether what one list of fields allows, another allows too. */
export const fieldsWithin = (some: readonly string[] | null, all: readonly string[] | null): boolean =>
  all === null || (some !== null && within(some, all));

/** Which fields of an entry let more be seen or done than before; of a new entry its content type. */
export const widened = (after: Way, before: Way | undefined): string[] => {
  if (before?.contentType !== after.contentType) return ['contentType'];
  const wider = {
    rule: before.rule !== after.rule,
    actions: !within(after.actions, before.actions),
    readFields: !fieldsWithin(after.readFields, before.readFields),
    writeFields: !fieldsWithin(after.writeFields, before.writeFields),
    drafts: after.drafts && !before.drafts,
  };
  return Object.entries(wider).flatMap(([field, isWider]) => (isWider ? field : []));
};

const reads = ({ actions }: Way): boolean => actions.includes('find') || actions.includes('findOne');

/**
 * Whether an entry that is gone, or reads no more, held back fields of a type that guests reach by another entry too: where
 * a type is reached in several ways, only what all of them allow is read (`docs/decisions/0005-readable-fields-intersect.md`).
 */
export const heldBack = (before: Way, after: readonly Way[]): boolean => {
  const same = after.find(({ id }) => id === before.id);
  if (!reads(before) || (same?.contentType === before.contentType && reads(same))) return false;
  return after.some(
    (other) =>
      other.contentType === before.contentType &&
      other.id !== before.id &&
      reads(other) &&
      !fieldsWithin(other.readFields, before.readFields)
  );
};
