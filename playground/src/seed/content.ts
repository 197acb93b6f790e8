import type { Core, UID } from '@strapi/strapi';
import { firstNames, lastNames, projects as projectNames } from './names';
import type { Random } from './random';
import { insertLinks, insertRows, type Row } from './rows';
import { absenceReasons, milestoneNames, reportTexts, tagNames, taskTitles } from './texts';

/** How many rows there will be of each content type. */
export interface Amounts {
  projects: number;
  contacts: number;
  tasks: number;
  activityReports: number;
  absences: number;
  tickets: number;
  documents: number;
  invoices: number;
}

/** The text in every `internalNote`: no guest may ever see it. */
export const internalNote = 'NOTE-INTERNE';

const day = 24 * 60 * 60 * 1000;
const startOfYear = Date.UTC(2026, 0, 5);
const dayOf = (random: Random) => new Date(startOfYear + random.below(300) * day);
const dateOf = (moment: Date) => moment.toISOString().slice(0, 10);
export const personOf = (random: Random) => `${random.pick(firstNames)} ${random.pick(lastNames)}`;

/** Rows that belong to a project, each to one picked at random. */
const ofProjects = async (
  strapi: Core.Strapi,
  random: Random,
  uid: UID.ContentType,
  projects: readonly Row[],
  amount: number,
  row: (index: number) => Record<string, unknown>
): Promise<Row[]> => {
  const rows = Array.from({ length: amount }, (_, index) => ({ documentId: random.documentId(), ...row(index) }));
  const inserted = await insertRows(strapi, uid, rows);
  // The first rows go round all projects, so that none is left without.
  const links = inserted.map((from, index) => {
    const to = index < projects.length ? projects[index] : random.pick(projects);
    if (to === undefined) throw new Error('there is no project');
    return { from, to };
  });
  await insertLinks(strapi, uid, 'project', links);
  return inserted;
};

const seedProjects = (strapi: Core.Strapi, random: Random, amount: number): Promise<Row[]> =>
  insertRows(
    strapi,
    'api::project.project',
    projectNames.slice(0, amount).map(({ code, name }) => ({
      documentId: random.documentId(),
      code,
      name,
      title: `${code} - ${name}`,
      startsOn: dateOf(dayOf(random)),
      internalNote: `${internalNote} ${code}`,
    }))
  );

const seedTags = async (strapi: Core.Strapi, random: Random, tasks: readonly Row[]): Promise<void> => {
  const tags = await insertRows(
    strapi,
    'api::tag.tag',
    tagNames.map((name) => ({ documentId: random.documentId(), name }))
  );
  const links = tasks.filter((_, index) => index % 3 === 0).map((from) => ({ from, to: random.pick(tags) }));
  await insertLinks(strapi, 'api::task.task', 'tags', links);
};

const seedMilestones = async (
  strapi: Core.Strapi,
  random: Random,
  projects: readonly Row[],
  tasks: readonly Row[]
): Promise<void> => {
  const amount = projects.length * milestoneNames.length;
  const milestones = await ofProjects(strapi, random, 'api::milestone.milestone', projects, amount, () => ({
    name: random.pick(milestoneNames),
    dueOn: dateOf(dayOf(random)),
  }));
  const links = tasks.filter((_, index) => index % 4 === 0).map((from) => ({ from, to: random.pick(milestones) }));
  await insertLinks(strapi, 'api::task.task', 'milestone', links);
};

/** Projects and the rows that belong to them; answers projects and tasks, which documents point at. */
export const seedContent = async (strapi: Core.Strapi, random: Random, amounts: Amounts) => {
  const projects = await seedProjects(strapi, random, amounts.projects);
  const tasks = await ofProjects(strapi, random, 'api::task.task', projects, amounts.tasks, (index) => ({
    title: `${random.pick(taskTitles)} (${index + 1})`,
    description: 'Voir le dossier du projet.',
    state: random.pick(['todo', 'doing', 'blocked', 'done']),
    dueAt: dayOf(random),
    internalNote: `${internalNote} tâche ${index + 1}`,
  }));
  await ofProjects(strapi, random, 'api::activity-report.activity-report', projects, amounts.activityReports, () => ({
    date: dateOf(dayOf(random)),
    hours: 0.5 + random.below(15) / 2,
    author: personOf(random),
    text: random.pick(reportTexts),
    internalNote,
  }));
  await ofProjects(strapi, random, 'api::absence.absence', projects, amounts.absences, () => {
    const startsOn = dayOf(random);
    return {
      person: personOf(random),
      startsOn: dateOf(startsOn),
      endsOn: dateOf(new Date(startsOn.getTime() + random.below(10) * day)),
      reason: random.pick(absenceReasons),
    };
  });
  await ofProjects(strapi, random, 'api::invoice.invoice', projects, amounts.invoices, (index) => ({
    number: `F2026-${String(index + 1).padStart(4, '0')}`,
    amount: 500 + random.below(20_000),
    issuedOn: dateOf(dayOf(random)),
  }));
  await seedTags(strapi, random, tasks);
  await seedMilestones(strapi, random, projects, tasks);
  await strapi.documents('api::site-notice.site-notice').create({
    data: { text: 'Les bureaux ferment le 24 décembre à midi.' },
  });
  return { projects, tasks };
};
