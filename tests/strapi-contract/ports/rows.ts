import { documents, rows, type Strapi } from '../../../server/src/kernel/strapi';

export const PROJECT = 'api::project.project';
export const TASK = 'api::task.task';
export const PERSON = 'api::person.person';
export const PAGE = 'api::page.page';
export const PART = 'shared.part';

export type Row = Record<string, unknown> & { id: number; documentId: string };

export const create = async (strapi: Strapi, uid: string, data: Record<string, unknown>): Promise<Row> => {
  const { documentId } = await documents(strapi, uid).create({ data });
  const row = await rows<Row>(strapi, uid).findOne({ where: { documentId } });
  if (row === null) throw new Error(`${uid} ${documentId} is not there`);
  return row;
};

/** Two of each type, tied to each other in each of the ways in which Strapi ties rows; the second is the one to be hidden. */
export const makeWorld = async (strapi: Strapi) => {
  const [seen, hidden] = [
    await create(strapi, PROJECT, { name: 'seen' }),
    await create(strapi, PROJECT, { name: 'hidden' }),
  ];
  const keeper = await create(strapi, PERSON, { name: 'keeper' });
  const task = async (title: string, project: Row): Promise<Row> => {
    const row = await create(strapi, TASK, { title, project: project.id, keeper: keeper.id });
    const data = { about: { __type: PROJECT, id: project.id } };
    await rows(strapi, TASK).update({ where: { id: row.id }, data });
    return row;
  };
  const tasks = [await task('one', seen), await task('two', seen), await task('three', hidden)] as const;
  const part = ({ id }: Row) => ({ __component: PART, label: 'part', task: id });
  const page = await create(strapi, PAGE, {
    title: 'page',
    code: 'code',
    tasks: tasks.map(({ documentId }) => documentId),
    parts: tasks.map(({ id }) => ({ label: 'part', task: id })),
    zone: tasks.map(part),
  });
  return { seen, hidden, keeper, tasks, page };
};
export type World = Awaited<ReturnType<typeof makeWorld>>;
