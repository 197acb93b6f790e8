import { findingIds, severities, type Finding as Presented, type FindingId } from '../../../../contract';
import {
  accessDecides,
  attempt,
  failure,
  notFound,
  now,
  PLUGIN,
  reasonOf,
  transaction,
  type PanelCaller,
  type Strapi,
} from '../../kernel';
import { record, type Happening } from '../activity';
import { reloadSettings } from '../settings';
import type { Finding, Found, Look } from './finding';
import { findings } from './findings';
import { presentFinding } from './presenter';
import { deleteAccepted, findAccepted, insertAccepted, replaceAccepted } from './repository';
import { isCovered, markOf } from './rules';

const conflict = () => failure('conflict', 'This finding is not as you saw it any more. Look again.');

const newLook = async (strapi: Strapi, caller: PanelCaller): Promise<Look> => ({
  strapi,
  settings: await reloadSettings(strapi),
  at: now(),
  caller,
});

const findingOf = (id: FindingId): Finding => {
  const found = findings.find((one) => one.id === id);
  if (found === undefined) throw notFound();
  return found;
};

type Outcome = { kind: 'found'; found: Found } | { kind: 'fine' } | { kind: 'unknown' };

/** Looks for one thing. What fails is not fine: it is said that nobody knows. */
const lookFor = async (finding: Finding, look: Look): Promise<Outcome> => {
  try {
    const found = await finding.look(look);
    return found === null ? { kind: 'fine' } : { kind: 'found', found };
  } catch (error) {
    look.strapi.log.error(`${PLUGIN}: ${finding.id} could not be looked at: ${reasonOf(error)}`);
    return { kind: 'unknown' };
  }
};

export interface Posture {
  lookedAt: string;
  findings: Presented[];
  fine: FindingId[];
  unknown: FindingId[];
}

const worstFirst = (one: Presented, other: Presented): number =>
  severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
  findingIds.indexOf(one.id) - findingIds.indexOf(other.id);

/** All that is risky as things are. One after the other: each is a few queries, and the site has other work. */
export const lookAtAll = async (strapi: Strapi, caller: PanelCaller): Promise<Posture> => {
  const look = await newLook(strapi, caller);
  const accepted = await findAccepted(strapi);
  const posture: Posture = { lookedAt: look.at.toISOString(), findings: [], fine: [], unknown: [] };
  for (const finding of findings) {
    const outcome = await lookFor(finding, look);
    if (outcome.kind === 'found') {
      posture.findings.push(presentFinding(finding, outcome.found, accepted.get(finding.id)));
    } else posture[outcome.kind].push(finding.id);
  }
  posture.findings.sort(worstFirst);
  return posture;
};

/** Looks again at what somebody saw. @throws 409 `conflict` where it is another now, or gone */
const asSeen = async (finding: Finding, look: Look, mark: string): Promise<Found> => {
  const found = await finding.look(look);
  if (found === null || markOf(found) !== mark) throw conflict();
  return found;
};

const note = (strapi: Strapi, caller: PanelCaller, action: Happening['action'], details: Happening['details']) =>
  record(strapi, { action, guest: null, actor: { kind: 'editor', name: caller.name }, details: details ?? {} });

/** Leaves a finding as it was seen. @throws 409 `conflict` where it has changed, or somebody else was first */
export const acceptFinding = async (
  strapi: Strapi,
  caller: PanelCaller,
  id: FindingId,
  { mark, reason }: { mark: string; reason: string }
): Promise<void> => {
  const look = await newLook(strapi, caller);
  const { severity, count, subjects = [] } = await asSeen(findingOf(id), look, mark);
  await transaction(strapi, async () => {
    const before = (await findAccepted(strapi)).get(id);
    if (before !== undefined && isCovered({ severity, count, subjects }, before)) throw conflict();
    const editor = { documentId: caller.documentId, name: caller.name };
    const acceptance = { id, severity, count, subjects, reason, editor, at: look.at };
    const isFirst =
      before === undefined
        ? (await attempt(strapi, () => insertAccepted(strapi, acceptance))).kind === 'done'
        : await replaceAccepted(strapi, acceptance, before.at);
    if (!isFirst) throw conflict();
    await note(strapi, caller, 'posture.accepted', { finding: id, count });
  });
};

/** @throws 404 `not_found` where nobody had accepted it */
export const reopenFinding = (strapi: Strapi, caller: PanelCaller, id: FindingId): Promise<void> =>
  transaction(strapi, async () => {
    if (!(await deleteAccepted(strapi, id))) throw notFound();
    await note(strapi, caller, 'posture.reopened', { finding: id });
  });

/**
 * Takes away what was found, as it was seen. @returns how many it was. @throws 404 `not_found` for what is mended elsewhere; 403
 * `access_decides` where the caller lacks what it takes; 409 `conflict` where it has changed, or somebody else was first
 */
export const repairFinding = async (
  strapi: Strapi,
  caller: PanelCaller,
  id: FindingId,
  { mark, days }: { mark: string; days: number }
): Promise<number> => {
  const finding = findingOf(id);
  const { repair } = finding;
  if (repair.kind !== 'do') throw notFound();
  if (!caller.holds(repair.permission)) {
    throw accessDecides('finding', `To mend this takes the right ${repair.permission}.`);
  }
  return transaction(strapi, async () => {
    const look = await newLook(strapi, caller);
    await asSeen(finding, look, mark);
    const repaired = await repair.run(look, days);
    if (repaired === 0) throw conflict();
    await note(strapi, caller, 'posture.repaired', { finding: id, count: repaired });
    return repaired;
  });
};
