import type { Joining, Settings, SettingsRefusal } from '../../../../contract';
import { readableAttributes, type Effect } from '../../kernel';
import type { FindModel } from './paths';
import { heldBack, waysOf, widened } from './ways';

/** Something that a change of the settings brings about beside what they say. */
export interface Opening {
  /** As Strapi's errors have it: `['accessTypes', '2', 'rule']`. */
  path: string[];
  effect: Effect;
}

const opening = (effect: Effect, ...path: string[]): Opening => ({ path, effect });

/** What the entries of the settings let guests see or do that they could not before. */
const openedByTypes = (find: FindModel, next: Settings, kept: Settings): Opening[] => {
  const [before, after] = [waysOf(find, kept), waysOf(find, next)];
  return [
    ...after.flatMap((way) =>
      widened(
        way,
        before.find(({ id }) => id === way.id)
      ).map((field) => opening('changesWhatIsVisible', ...way.path, field))
    ),
    ...before.filter((way) => heldBack(way, after)).map(({ path }) => opening('changesWhatIsVisible', path[0] ?? '')),
  ];
};

type Preset = Pick<Joining, 'resources' | 'accessTypes'>;

const given = ({ resources }: Preset): Set<string> =>
  new Set(resources.flatMap(({ contentType, documentIds }) => documentIds.map((id) => `${contentType} ${id}`)));

/** What a preset gives beyond another. */
const givenBeyond = (next: Preset, kept: Preset | undefined, path: readonly string[]): Opening[] => {
  const [had, has] = [given(kept ?? { resources: [], accessTypes: [] }), given(next)];
  const moreRows = [...has].some((one) => !had.has(one));
  const moreTypes = next.accessTypes.some((key) => !kept?.accessTypes.includes(key));
  return [
    ...(moreRows ? [opening('changesWhatIsVisible', ...path, 'resources')] : []),
    ...(moreTypes ? [opening('changesWhatIsVisible', ...path, 'accessTypes')] : []),
  ];
};

/** Who may come by joining and could not before, and what they are given. A rule counts while it is not asked, too. */
const openedByJoining = (next: Joining, kept: Joining): Opening[] => [
  ...(next.mode !== kept.mode && next.mode !== 'nobody' ? [opening('opensAccess', 'joining', 'mode')] : []),
  ...(next.addAs === 'guest' && kept.addAs !== 'guest' ? [opening('opensAccess', 'joining', 'addAs')] : []),
  ...(kept.approval && !next.approval ? [opening('approves', 'joining', 'approval')] : []),
  ...givenBeyond(next, kept, ['joining']),
  ...next.domains.flatMap((entry, index) => {
    const path = ['joining', 'domains', String(index)];
    const known = kept.domains.find(({ domain }) => domain === entry.domain);
    return known ? givenBeyond(entry, known, path) : [opening('opensAccess', ...path, 'domain')];
  }),
  ...next.notify.flatMap((address, index) =>
    kept.notify.includes(address) ? [] : [opening('showsGuest', 'joining', 'notify', String(index))]
  ),
];

/**
 * Everything that a change of the settings opens. What only takes away is not among it, nor what guests merely read: words,
 * colours, labels, the rules of new passwords. `joining` is in its stored form. Pure.
 */
export const openingsOf = (find: FindModel, next: Settings, kept: Settings): Opening[] => [
  ...(next.guests && !kept.guests ? [opening('opensAccess', 'guests')] : []),
  ...(['key', 'password'] as const)
    .filter((door) => next.signInMethods[door] && !kept.signInMethods[door])
    .map((door) => opening('opensAccess', 'signInMethods', door)),
  ...openedByTypes(find, next, kept),
  ...openedByJoining(next.joining, kept.joining),
];

/**
 * The entries that open more than before and that whoever saves may not read themselves: all rows of the content type, as a
 * rule asks nobody's role, with every field that guests would read. Each with the path of what may not be read.
 * @param readsAll whether they are shown every row of a content type, with this field
 */
export const unreadable = (
  find: FindModel,
  next: Settings,
  kept: Settings,
  readsAll: (uid: string, field: string | null) => boolean
): string[][] => {
  const before = waysOf(find, kept);
  return waysOf(find, next).flatMap((way) => {
    const known = before.find(({ id }) => id === way.id);
    const model = find(way.contentType);
    if (model === null || widened(way, known).length === 0) return [];
    if (!readsAll(way.contentType, null)) return [[...way.path, 'contentType']];
    const fields = way.readFields ?? readableAttributes(model);
    return fields.every((field) => readsAll(way.contentType, field)) ? [] : [[...way.path, 'readFields']];
  });
};

/** What is refused, in the form of the settings' faults. */
export const refusalsOf = (
  openings: readonly Opening[],
  hidden: readonly string[][],
  may: (effect: Effect) => boolean
): { path: string[]; problem: SettingsRefusal }[] => [
  ...openings.filter(({ effect }) => !may(effect)).map(({ path }) => ({ path, problem: 'not-yours-to-open' as const })),
  ...hidden.map((path) => ({ path, problem: 'not-yours-to-read' as const })),
];
