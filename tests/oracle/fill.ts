import type { Random } from '../../playground/src/seed/random';
import { ABSENCE, DOCUMENT, INVOICE, MILESTONE, PROJECT, REPORT, someAccessTypes, TAG, TASK, TICKET } from './rules';
import type { Plan } from './world';

type Fields = Record<string, unknown>;
interface Made {
  id: number;
  documentId: string;
}

/** Small letters and a digit: every database compares and sorts these alike. */
const words = ['alfa', 'bravo', 'delta', 'echo', 'golf', 'hotel', 'india', 'kilo', 'lima', 'metro', 'nova', 'oskar'];
export const word = (random: Random): string => `${random.pick(words)}${random.below(4)}`;

export const orNull = <T>(random: Random, value: T, share = 0.25): T | null => (random.next() < share ? null : value);
const day = (random: Random) => `2026-0${1 + random.below(6)}-1${random.below(10)}`;
const instant = (random: Random) => `${day(random)}T0${random.below(10)}:30:00.000Z`;
const pickOrNull = (random: Random, from: readonly Made[], share?: number) =>
  orNull(random, random.pick(from).id, share);
const someOf = (random: Random, from: readonly Made[], share: number) =>
  from.filter(() => random.next() < share).map(({ id }) => id);

export const times = async <T>(amount: number, make: () => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  for (let index = 0; index < amount; index += 1) made.push(await make());
  return made;
};

const insert = async (random: Random, uid: string, data: Fields): Promise<Made> => {
  const { id, documentId } = await site.strapi.db
    .query(uid as 'api::task.task')
    .create({ data: { documentId: random.documentId(), publishedAt: new Date(), ...data } as never });
  return { id: Number(id), documentId: String(documentId) };
};

const writeDocument = async (random: Random, projects: readonly Made[], tasks: readonly Made[]): Promise<void> => {
  const documents = site.strapi.documents(DOCUMENT);
  const version = () => ({
    title: word(random),
    body: orNull(random, word(random)),
    reference: orNull(random, word(random)),
    project: orNull(random, random.pick(projects).documentId, 0.15),
    references: Array.from({ length: random.below(3) }, () => ({
      label: word(random),
      project: orNull(random, random.pick(projects).documentId, 0.15),
    })),
    sections: [
      { __component: 'shared.note' as const, text: word(random) },
      {
        __component: 'shared.task-list' as const,
        heading: orNull(random, word(random)),
        tasks: [random.pick(tasks).documentId, random.pick(tasks).documentId],
      },
    ].slice(0, random.below(3)),
  });
  const status = () => (random.next() < 0.7 ? 'published' : 'draft');
  const { documentId } = await documents.create({ locale: 'fr', status: status(), data: version() as never });
  if (random.next() < 0.5) {
    await documents.update({ documentId, locale: 'en', status: status(), data: version() as never });
  }
  // A published version and a draft that has gone on from it.
  if (random.next() < 0.4) await documents.update({ documentId, locale: 'fr', data: version() as never });
};

/** Random rows of every content type but tickets. */
const fill = async (random: Random): Promise<void> => {
  const projects = await times(6, () =>
    insert(random, PROJECT, {
      code: word(random),
      name: word(random),
      startsOn: orNull(random, day(random)),
      internalNote: word(random),
    })
  );
  const inProject = (share?: number) => ({ project: pickOrNull(random, projects, share) });
  const milestones = await times(7, () =>
    insert(random, MILESTONE, { name: word(random), dueOn: orNull(random, day(random)), ...inProject() })
  );
  const tags = await times(5, () => insert(random, TAG, { name: word(random) }));
  const tasks = await times(20, () =>
    insert(random, TASK, {
      title: word(random),
      description: orNull(random, word(random)),
      state: random.pick(['todo', 'doing', 'blocked', 'done']),
      dueAt: orNull(random, instant(random)),
      comment: orNull(random, word(random), 0.5),
      internalNote: word(random),
      ...inProject(0.15),
      milestone: pickOrNull(random, milestones),
      tags: someOf(random, tags, 0.3),
    })
  );
  await times(8, () =>
    insert(random, REPORT, {
      date: day(random),
      hours: 1 + random.below(6) / 2,
      author: orNull(random, word(random)),
      text: word(random),
      internalNote: word(random),
      ...inProject(),
    })
  );
  await times(6, () =>
    insert(random, ABSENCE, {
      person: word(random),
      startsOn: day(random),
      endsOn: day(random),
      reason: orNull(random, word(random)),
      ...inProject(),
    })
  );
  await times(4, () => insert(random, INVOICE, { number: word(random), amount: 10 * random.below(9), ...inProject() }));
  await times(7, () => writeDocument(random, projects, tasks));
};

/** Tickets of these contacts, some opened by one of these guests. */
const openTickets = async (
  random: Random,
  contacts: readonly { id: number }[],
  guests: readonly { id: number }[]
): Promise<void> => {
  const tasks = await site.strapi.db.query(TASK).findMany({ select: ['id'] });
  await times(12, () =>
    insert(random, TICKET, {
      subject: word(random),
      body: orNull(random, word(random)),
      state: random.pick(['open', 'waiting', 'closed']),
      internalNote: word(random),
      contact: orNull(random, random.pick(contacts).id),
      openedBy: orNull(random, random.pick(guests).id, 0.5),
      task: orNull(random, Number(random.pick(tasks).id)),
    })
  );
};

/** Worlds of the playground's own content types. */
export const atelier: Plan = {
  name: 'a studio',
  contentTypes: [PROJECT, MILESTONE, TAG, TASK, TICKET, REPORT, ABSENCE, DOCUMENT, INVOICE],
  labelFields: { [PROJECT]: 'title', [MILESTONE]: 'name', [TAG]: 'name', [DOCUMENT]: 'title' },
  accessTypes: someAccessTypes,
  fill,
  finish: openTickets,
};
