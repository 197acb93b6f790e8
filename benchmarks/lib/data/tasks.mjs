import { documentId } from '../fill.mjs';
import { insertGrants, insertGuests } from './people.mjs';

const PROJECT = 'api::project.project';
/** A prime, so that the tasks of a project lie all over the table, as they do where people work on several at a time. */
const stride = 7919;
export const projectsHeld = 50;

/**
 * Tasks of projects. Guests 1 … `guests` hold 50 projects each; two more follow: one who holds all projects, and one who
 * holds the last project only, whose `newest` tasks come after all others.
 */
export const tasks = async (fill, { tasks: count, projects, guests, newest }) => {
  const { documents, insert, documentIdSql, quotient } = fill;
  const last = projects + 1;
  await documents('projects', last, 'project', {
    code: `concat('P', i)`,
    name: `concat('Projet ', i)`,
    title: `concat('P', i, ' - Projet ', i)`,
    internal_note: `'NOTE-INTERNE'`,
  });
  await documents('tasks', count + newest, 'task', {
    title: `concat('Préparer le lot ', i)`,
    description: `'Voir le dossier du projet et rappeler le bureau d’études.'`,
    state: `case i % 3 when 0 then 'todo' when 1 then 'doing' else 'done' end`,
    comment: `case i % 4 when 0 then 'Vu avec le client.' end`,
    internal_note: `'NOTE-INTERNE'`,
  });
  await insert('tasks_project_lnk', count + newest, {
    id: 'i',
    task_id: 'i',
    project_id: `case when i > ${count} then ${last} else (i % ${projects}) * (${stride} % ${projects}) % ${projects} + 1 end`,
  });

  await insertGuests(fill, guests + 2);
  await insertGrants(fill, guests + 2, { name: 'type', guest: 'i', type: 'access-type', subject: `'tasks'` });
  await insertGrants(fill, guests * projectsHeld, {
    name: 'some',
    guest: `(${quotient('i - 1', projectsHeld)} + 1)`,
    type: PROJECT,
    subject: documentIdSql('project', heldProject('i', projects, quotient)),
  });
  await insertGrants(fill, projects, {
    name: 'all',
    guest: `${guests + 1}`,
    type: PROJECT,
    subject: documentIdSql('project', 'i'),
  });
  await insertGrants(fill, 1, {
    name: 'last',
    guest: `${guests + 2}`,
    type: PROJECT,
    subject: documentIdSql('project', last),
  });
};

/** The number of the project that a guest's grant is for: guests next to each other share some. */
const heldProject = (i, projects, quotient) =>
  `(((${quotient(`${i} - 1`, projectsHeld)} + 1) * 37 + (${i} - 1) % ${projectsHeld}) % ${projects} + 1)`;

/** documentIds of the projects that guest number `guest` holds. */
export const projectsOf = (guest, projects) =>
  Array.from({ length: projectsHeld }, (_, index) => documentId('project', ((guest * 37 + index) % projects) + 1));
