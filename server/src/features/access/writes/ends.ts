import { asCaller, hasDrafts, modelOf, rows, type Attribute, type Model, type Strapi } from '../../../kernel';
import { linkPairs } from '../policy/rule-sql';
import type { Reference } from './related';

interface End {
  id: number;
  documentId: string;
  publishedAt: string | null;
  locale: string | null;
}

const endsOf = (strapi: Strapi, uid: string, where: object): Promise<End[]> =>
  rows<End>(strapi, uid).findMany({ select: ['id', 'documentId', 'publishedAt', 'locale'], where: { ...where } });

/** A link between a row of one type and one of another. */
interface Link {
  own: End;
  target: End;
}

const linksOf = async (strapi: Strapi, uid: string, name: string, target: string, own: End[]): Promise<Link[]> => {
  const pairs = await linkPairs(
    strapi,
    uid,
    name,
    own.map(({ id }) => id)
  );
  const targets = await endsOf(strapi, target, { id: { $in: pairs.map((pair) => pair.target) } });
  return pairs.flatMap((pair) => {
    const [from, to] = [own.find(({ id }) => id === pair.own), targets.find(({ id }) => id === pair.target)];
    return from && to ? [{ own: from, target: to }] : [];
  });
};

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((value) => other.has(value));

/** The attribute at the other end of a relation that has one, where a row there is linked to one row only. */
const soleEnd = (strapi: Strapi, { relation, target, inversedBy, mappedBy }: Attribute): string | null => {
  if (relation !== 'oneToOne' && relation !== 'oneToMany') return null;
  const name = inversedBy ?? mappedBy;
  return name !== undefined && modelOf(strapi, target ?? '')?.attributes[name] ? name : null;
};

export interface Taken {
  /** The relation that names the rows. */
  name: string;
  target: Model;
  /** From the named rows to those that hold them now. */
  links: Link[];
}

/** What a body would take away from other rows: a row that it names is linked to one only. */
export const takenLinks = async (strapi: Strapi, model: Model, references: readonly Reference[]): Promise<Taken[]> => {
  const taken: Taken[] = [];
  for (const name of new Set(references.map(({ path }) => path))) {
    const attribute = model.attributes[name];
    const inverse = attribute && soleEnd(strapi, attribute);
    const target = modelOf(strapi, attribute?.target ?? '');
    if (!inverse || target === null) continue;
    const named = (by: Reference['by']) =>
      references.filter((one) => one.path === name && one.by === by).map(({ value }) => value);
    const where = { $or: [{ id: { $in: named('id') } }, { documentId: { $in: named('documentId') } }] };
    const ends = await endsOf(strapi, target.uid, where);
    taken.push({ name, target, links: await linksOf(strapi, target.uid, inverse, model.uid, ends) });
  }
  return taken;
};

/** The relations that would take a row away from an editor's draft: the draft that holds it differs from what is published. */
export const takenFromDrafts = (model: Model, taken: readonly Taken[]): string[] =>
  taken
    .filter(({ target, links }) => {
      if (!hasDrafts(model) && !hasDrafts(target)) return false;
      const isDraft = ({ own, target: owner }: Link) =>
        (hasDrafts(target) && own.publishedAt === null) || (hasDrafts(model) && owner.publishedAt === null);
      const pairs = (some: Link[]) => new Set(some.map((link) => `${link.own.documentId} ${link.target.documentId}`));
      return !isSame(pairs(links.filter(isDraft)), pairs(links.filter((link) => !isDraft(link))));
    })
    .map(({ name }) => name);

/**
 * The relations that would take a row away from one that the guest does not see. A document is seen where one of its versions
 * that hold the row is.
 */
export const takenFromUnseen = async (strapi: Strapi, model: Model, taken: readonly Taken[]): Promise<string[]> => {
  const names: string[] = [];
  for (const { name, links } of taken) {
    const holders = links.map(({ target }) => target);
    const where = { id: { $in: holders.map(({ id }) => id) } };
    const seen = new Set((await asCaller(() => endsOf(strapi, model.uid, where))).map(({ documentId }) => documentId));
    if (holders.some(({ documentId }) => !seen.has(documentId))) names.push(name);
  }
  return names;
};

/**
 * The relations, of a row without drafts, to documents of which the row is linked to the draft and not to what is published, or
 * the reverse: somebody has changed it from the other end and not published it.
 */
export const editedFromOtherEnd = async (
  strapi: Strapi,
  model: Model,
  ids: readonly number[],
  names: readonly string[]
): Promise<string[]> => {
  const edited: string[] = [];
  for (const name of names) {
    const { type, target: uid = '' } = model.attributes[name] ?? { type: '' };
    const target = type === 'relation' ? modelOf(strapi, uid) : null;
    if (target === null || !hasDrafts(target)) continue;
    const own = await endsOf(strapi, model.uid, { id: { $in: [...ids] } });
    const links = await linksOf(strapi, model.uid, name, uid, own);
    const versions = await endsOf(strapi, uid, { documentId: { $in: links.map((link) => link.target.documentId) } });
    const isHalf = links.some(({ own: row, target: linked }) =>
      versions.some(
        ({ id, documentId, locale }) =>
          documentId === linked.documentId &&
          locale === linked.locale &&
          !links.some((link) => link.own.id === row.id && link.target.id === id)
      )
    );
    if (isHalf) edited.push(name);
  }
  return edited;
};

/** The attributes of a body that name documents of which nothing is published: what is published cannot be linked to them. */
export const withoutPublished = async (strapi: Strapi, references: readonly Reference[]): Promise<string[]> => {
  const names: string[] = [];
  for (const uid of new Set(references.map(({ target }) => target))) {
    const target = modelOf(strapi, uid);
    if (target === null || !hasDrafts(target)) continue;
    const here = references.filter((one) => one.target === uid && one.by === 'documentId');
    const found = await endsOf(strapi, uid, {
      documentId: { $in: here.map(({ value }) => value) },
      publishedAt: { $notNull: true },
    });
    const published = new Set<unknown>(found.map(({ documentId }) => documentId));
    names.push(...here.filter(({ value }) => !published.has(value)).map(({ path }) => path.split('.')[0] ?? path));
  }
  return names;
};
