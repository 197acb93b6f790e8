import type { ForeseeAccess, ResponseOf } from '../../contract';
import { pathTo } from '../../contract/routes';
import type { Random } from '../../playground/src/seed/random';
import { administrator, as } from '../support';
import { Rights } from './rights';
import type { Guest, World } from './world';

type Change = ResponseOf<typeof ForeseeAccess>['changes'][number];

const documentsOf = (rights: Rights, uid: string): Set<string> =>
  new Set(rights.rowsOf(uid).flatMap((row) => (rights.isVisible(row) ? [row.documentId] : [])));

const beyond = (some: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...some].filter((documentId) => !others.has(documentId));

/** Thinks of other grants for a guest. */
const otherGrants = (random: Random, { settings, rows }: World, guest: Guest): Guest => {
  const resources = new Map<string, string[]>();
  for (const { contentType } of settings.resourceTypes) {
    const documentIds = new Set((rows.get(contentType) ?? []).map(({ documentId }) => documentId));
    resources.set(
      contentType,
      [...documentIds].filter(() => random.next() < 0.3)
    );
  }
  return {
    ...guest,
    companyRecords: random.next() < 0.5,
    accessTypes: settings.accessTypes.map(({ key }) => key).filter(() => random.next() < 0.5),
    resources,
  };
};

/** Asks what would change for a guest with other grants, and says where the answer is not what the rules say. Null: nowhere. */
export const foresee = async (random: Random, world: World, guest: Guest): Promise<string | null> => {
  const then = otherGrants(random, world, guest);
  const { status, body } = await as(await administrator()).post(pathTo('ForeseeAccess', { contactId: guest.contact }), {
    companyRecords: then.companyRecords,
    accessTypes: then.accessTypes,
    resources: [...then.resources].map(([contentType, documentIds]) => ({ contentType, documentIds })),
  });
  if (status !== 200) return `what-if: ${status} ${JSON.stringify(body)}`;
  const changes: Change[] = body.data.changes;
  const [before, after] = [new Rights(world, guest), new Rights(world, then)];
  for (const uid of world.plan.contentTypes) {
    const [had, has] = [documentsOf(before, uid), documentsOf(after, uid)];
    const [appear, disappear] = [beyond(has, had), beyond(had, has)];
    const told = changes.find(({ contentType }) => contentType === uid);
    const isRight =
      (told?.appear ?? 0) === appear.length &&
      (told?.disappear ?? 0) === disappear.length &&
      (told?.appearing ?? []).every(({ documentId }) => appear.includes(documentId)) &&
      (told?.disappearing ?? []).every(({ documentId }) => disappear.includes(documentId));
    if (!isRight) {
      const expected = JSON.stringify({ appear, disappear });
      return `what-if of ${uid} for ${guest.name} with ${JSON.stringify({ ...then, actor: null, resources: [...then.resources] })}: ${JSON.stringify(told)}, not ${expected}`;
    }
  }
  return null;
};
