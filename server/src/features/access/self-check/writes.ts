import {
  actAs,
  asSystem,
  codeOf,
  documents,
  hasDrafts,
  rows,
  sql,
  tableOf,
  type GuestPrincipal,
  type Strapi,
} from '../../../kernel';
import { setReach, type Finding, type Inlet } from './probe';
import { rehearse } from '../writes/rehearsal';

/*
 * The part of the self-check that writes: in the name of a guest who reaches no row of a type, a row of it is changed, deleted, made and
 * linked through the document service. Each has to be refused, and before Strapi or anybody's hook is asked: a hook may do what no
 * database takes back. What is written all the same is taken back.
 */

interface Sample {
  id: number;
  documentId: string;
  locale?: string | null;
}

const sampleOf = (strapi: Strapi, uid: string): Promise<Sample | null> =>
  asSystem(() => rows<Sample>(strapi, uid).findOne({ orderBy: { id: 'asc' } }));

const nobody: Sample = { id: 0, documentId: 'none' };

/** What a write would change: the newest row of a type, and the one that is tried on. */
const stateOf = (strapi: Strapi, uid: string, { id }: Sample): Promise<string> =>
  asSystem(async () => {
    const newest = await sql(strapi, (knex) => knex(tableOf(strapi, uid)).max({ id: 'id' }).first<{ id: unknown }>());
    return JSON.stringify([newest, await rows(strapi, uid).findOne({ where: { id } })]);
  });

interface Attempt {
  /** Of what type, and of which row of it, something would be written. */
  readonly uid: string;
  readonly sample: Sample;
  readonly write: () => Promise<unknown>;
}

/** Whether a write is refused and changes nothing. An error that is none of ours is no refusal: the way is not understood. */
const isRefused = async (strapi: Strapi, probe: GuestPrincipal, { uid, sample, write }: Attempt): Promise<boolean> => {
  try {
    return await rehearse(strapi, async () => {
      const before = await stateOf(strapi, uid, sample);
      const refused = await actAs(probe, write).then(
        () => false,
        (error: unknown) => codeOf(error) !== undefined
      );
      return refused && (await stateOf(strapi, uid, sample)) === before;
    });
  } catch {
    return false;
  }
};

const attemptsOn = (strapi: Strapi, uid: string, sample: Sample): Record<'create' | 'update' | 'delete', Attempt> => {
  const { documentId } = sample;
  const service = documents(strapi, uid);
  return {
    create: { uid, sample, write: () => service.create({ data: {} }) },
    update: { uid, sample, write: () => service.update({ documentId, data: {} }) },
    delete: { uid, sample, write: () => service.delete({ documentId }) },
  };
};

/** A row that the probe reaches is linked to one that it does not. */
const linkTo = async (strapi: Strapi, hidden: Sample, { from, attribute }: Inlet): Promise<Attempt | null> => {
  const parent = await sampleOf(strapi, from.uid);
  if (parent === null) return null;
  const { documentId, locale } = parent;
  const write = () =>
    documents(strapi, from.uid).update({
      documentId,
      ...(locale ? { locale } : {}),
      ...(hasDrafts(from) ? { status: 'draft' } : {}),
      data: { [attribute]: { connect: [{ documentId: hidden.documentId }] } },
    });
  return { uid: from.uid, sample: parent, write };
};

export const checkWrites = async (
  strapi: Strapi,
  probe: GuestPrincipal,
  uid: string,
  inlets: readonly Inlet[]
): Promise<Finding[]> => {
  const found = await sampleOf(strapi, uid);
  const sample = found ?? nobody;
  const finding = async (through: string, attempt: Attempt | null, isTried: boolean): Promise<Finding> => {
    const held = attempt === null || (await isRefused(strapi, probe, attempt));
    return { contentType: uid, way: 'write', through, verdict: held ? (isTried ? 'covered' : 'empty') : 'open' };
  };
  const findings: Finding[] = [];
  setReach(strapi, probe, uid, null);
  for (const [action, attempt] of Object.entries(attemptsOn(strapi, uid, sample))) {
    findings.push(await finding(action, attempt, found !== null || action === 'create'));
  }
  // A component is written with the row that it is part of.
  for (const inlet of inlets.filter(({ from }) => from.modelType === 'contentType')) {
    setReach(strapi, probe, uid, inlet.from.uid);
    const attempt = await linkTo(strapi, sample, inlet);
    findings.push(await finding(`${inlet.from.uid} ${inlet.attribute}`, attempt, attempt !== null && found !== null));
  }
  return findings;
};
