import type { AccessType } from '../../contract';
import type { Random } from '../../playground/src/seed/random';
import { targetOf } from './dump';
import { orNull, times, word } from './fill';
import { attributeOf, declared, isComponent, model } from './models';
import { someFields } from './rules';
import type { Plan } from './world';

const contentTypes = ['plain', 'draft', 'spoken', 'both'].map((name) => `api::combination.combo-${name}`);

/** Relations to one of the types, by name. */
const relationsOf = (uid: string): string[] =>
  declared(uid).flatMap(([name, { target }]) => (target && contentTypes.includes(target) ? [name] : []));

/** Those that are kept in a column of the row, which the document service does not write. */
const isColumn = (name: string): boolean => /^in[A-Z]/.test(name);

const labels = { fr: 'x', en: 'x', cs: 'x' };

/** A path of one to three relations, at times through a component, and where it leads. */
const somePath = (random: Random, uid: string): { path: string; target: string } => {
  const names: string[] = [];
  let at = uid;
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    if (!isComponent(at) && random.next() < 0.2) {
      const part = random.pick(['part', 'parts']);
      names.push(part);
      at = targetOf(at, part);
    }
    const name = random.pick(relationsOf(at));
    names.push(name);
    at = targetOf(at, name);
  }
  return { path: names.join('.'), target: at };
};

const accessTypes = (random: Random): AccessType[] =>
  contentTypes.flatMap((contentType) =>
    Array.from({ length: 1 + random.below(3) }, (_none, index): AccessType => {
      const { path, target } = somePath(random, contentType);
      const isAll = random.next() < 0.15;
      return {
        key: `${contentType.split('.')[1]}-${index}`,
        labels,
        contentType,
        actions: random.next() < 0.1 ? ['findOne'] : ['find', 'findOne'],
        readFields: someFields(random, contentType),
        writeFields: null,
        drafts: random.next() < 0.25,
        rule: isAll
          ? { kind: 'all', path: undefined, resourceType: undefined }
          : { kind: 'resource', path, resourceType: target },
      };
    })
  );

interface Made {
  uid: string;
  documentId: string;
  locales: readonly (string | undefined)[];
}

const linksTo = (random: Random, uid: string, made: readonly Made[], share: number): Record<string, unknown> =>
  Object.fromEntries(
    relationsOf(uid)
      .filter((name) => !isColumn(name) && random.next() < share)
      .map((name) => {
        const targets = made.filter((one) => one.uid === targetOf(uid, name));
        const some = targets.filter(() => random.next() < 0.4).map(({ documentId }) => documentId);
        const isMany = attributeOf(uid, name)?.relation?.endsWith('ToMany') === true;
        return [name, isMany ? some : orNull(random, random.pick(targets).documentId, 0.1)];
      })
  );

const PART = 'combination.part';
const somePart = (random: Random, made: readonly Made[]) => ({
  label: word(random),
  ...linksTo(random, PART, made, 0.35),
});

const someVersion = (random: Random, uid: string, made: readonly Made[]): Record<string, unknown> => ({
  title: word(random),
  level: random.below(9),
  ...linksTo(random, uid, made, 0.3),
  part: orNull(random, somePart(random, made), 0.4),
  parts: Array.from({ length: random.below(3) }, () => somePart(random, made)),
  zone: [
    { __component: PART, ...somePart(random, made) },
    { __component: 'shared.note', text: word(random) },
  ].slice(0, random.below(3)),
});

const documentsOf = (uid: string) => site.strapi.documents(uid as 'api::document.document');

/** A document that nothing is related to yet, in one language or in two. */
const makeDocument = async (random: Random, uid: string): Promise<Made> => {
  const locales = model(uid).localized ? ['fr', ...(random.next() < 0.6 ? ['en'] : [])] : [undefined];
  const version = () => ({
    status: random.next() < 0.6 ? ('published' as const) : ('draft' as const),
    data: { title: word(random), level: random.below(9) } as never,
  });
  const { documentId } = await documentsOf(uid).create({ locale: locales[0], ...version() });
  for (const locale of locales.slice(1)) await documentsOf(uid).update({ documentId, locale, ...version() });
  return { uid, documentId, locales };
};

/** Versions tied to versions, whichever they are: a column says nothing of drafts. */
const fillColumns = async (random: Random): Promise<void> => {
  const idsOf = async (uid: string) =>
    (await site.strapi.db.query(uid as 'api::task.task').findMany({ select: ['id'], orderBy: { id: 'asc' } })).map(
      ({ id }) => Number(id)
    );
  for (const uid of contentTypes) {
    for (const id of await idsOf(uid)) {
      for (const name of relationsOf(uid).filter(isColumn)) {
        if (random.next() < 0.6) continue;
        const target = random.pick(await idsOf(targetOf(uid, name)));
        await site.strapi.db
          .query(uid as 'api::task.task')
          .update({ where: { id }, data: { [name]: target } as never });
      }
    }
  }
};

/** Documents in every state: never published, published, and with a draft that has gone on since. */
const fill = async (random: Random): Promise<void> => {
  const made: Made[] = [];
  for (const uid of contentTypes) made.push(...(await times(5, () => makeDocument(random, uid))));
  const write = async ({ uid, documentId }: Made, locale: string | undefined, status: 'draft' | 'published') => {
    // Strapi refuses a link to a document that is not there in the language of the row.
    const there = made.filter(
      (one) => locale === undefined || one.locales.some((known) => (known ?? locale) === locale)
    );
    const version = { locale, status, data: someVersion(random, uid, there) as never };
    await documentsOf(uid).update({ documentId, ...version });
  };
  for (const status of ['published', 'draft'] as const) {
    for (const one of made) {
      for (const locale of one.locales) if (random.next() < 0.6) await write(one, locale, status);
    }
  }
  await fillColumns(random);
};

/** Worlds of the types that hold every combination, made as an editor makes them. */
export const combinations: Plan = {
  name: 'every combination of drafts, languages and relations',
  contentTypes,
  labelFields: Object.fromEntries(contentTypes.map((uid) => [uid, 'title'])),
  accessTypes,
  fill,
};
