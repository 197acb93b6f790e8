import type { AccessType, Rule } from '../../contract';
import type { Random } from '../../playground/src/seed/random';
import { declared } from './models';

export const PROJECT = 'api::project.project';
export const MILESTONE = 'api::milestone.milestone';
export const TAG = 'api::tag.tag';
export const TASK = 'api::task.task';
export const TICKET = 'api::ticket.ticket';
export const REPORT = 'api::activity-report.activity-report';
export const ABSENCE = 'api::absence.absence';
export const DOCUMENT = 'api::document.document';
export const INVOICE = 'api::invoice.invoice';

const by = (path: string, resourceType: string): Rule => ({ kind: 'resource', path, resourceType });
const all: Rule = { kind: 'all', path: undefined, resourceType: undefined };
const ofContact = (path: string): Rule => ({ kind: 'contact', path, resourceType: undefined });
const ofGuest = (path: string): Rule => ({ kind: 'guest', path, resourceType: undefined });

/** Rules of every kind: paths of one to three relations, to one and to many, through a component. */
const rulesOf: Record<string, readonly Rule[]> = {
  [TASK]: [
    by('project', PROJECT),
    by('milestone', MILESTONE),
    by('tags', TAG),
    by('milestone.project', PROJECT),
    by('tags.tasks.project', PROJECT),
    ofContact('tickets.contact'),
    ofGuest('tickets.openedBy'),
    all,
  ],
  [MILESTONE]: [
    by('project', PROJECT),
    by('tasks.project', PROJECT),
    by('tasks.tags', TAG),
    ofContact('tasks.tickets.contact'),
    all,
  ],
  [TAG]: [by('tasks.project', PROJECT), by('tasks.milestone', MILESTONE), by('tasks.milestone.project', PROJECT), all],
  [TICKET]: [
    ofContact('contact'),
    ofGuest('openedBy'),
    by('task.project', PROJECT),
    by('task.milestone.project', PROJECT),
    by('task.tags', TAG),
    all,
  ],
  [REPORT]: [by('project', PROJECT), by('project.milestones', MILESTONE), by('project.tasks.tags', TAG), all],
  [ABSENCE]: [by('project', PROJECT), by('project.documents', DOCUMENT), all],
  [DOCUMENT]: [by('project', PROJECT), by('references.project', PROJECT), by('project.tasks.tags', TAG), all],
  [PROJECT]: [by('milestones', MILESTONE), by('tasks.tags', TAG), by('documents.references.project', PROJECT), all],
  [INVOICE]: [by('project', PROJECT)],
};

/** Nearly all fields, or null for all: with many hidden ones nothing could be asked. */
export const someFields = (random: Random, uid: string, always: readonly string[] = []): string[] | null => {
  if (random.next() < 0.4) return null;
  const readable = declared(uid).flatMap(([name, attribute]) => (attribute.private ? [] : [name]));
  return readable.filter((name) => always.includes(name) || random.next() < 0.85);
};

const labels = { fr: 'x', en: 'x', cs: 'x' };

/** Some access types for each content type; invoices are rarely given to anybody. */
export const someAccessTypes = (random: Random): AccessType[] =>
  Object.entries(rulesOf).flatMap(([contentType, known]) => {
    const rules = known.filter(({ kind }) => random.next() < (kind === 'all' ? 0.25 : 0.45));
    if (rules.length === 0 && contentType !== INVOICE) rules.push(random.pick(known));
    return rules.map((rule, index): AccessType => {
      const narrow = random.next();
      return {
        key: `${contentType.split('.')[1]}-${index}`,
        labels,
        contentType,
        actions:
          narrow < 0.08 ? ['findOne'] : narrow < 0.12 ? ['update'] : narrow < 0.2 ? ['find'] : ['find', 'findOne'],
        readFields: someFields(random, contentType),
        writeFields: null,
        drafts: random.next() < 0.3,
        rule,
      };
    });
  });
