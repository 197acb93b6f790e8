import {
  asDefault,
  asLiteral,
  asRest,
  asVariable,
  bomb,
  deepPopulate,
  deepSelection,
  deepText,
  graphql,
  nested,
  path,
  rest,
  times,
} from './words.mjs';

/**
 * The requests that are known to keep a site busy: { name, refused, … }, `refused` where 400 is the only answer. They ask for the
 * tasks and projects of the playground. @param ids of a task and of a project that the guest may write
 */
export const knownAttacks = ({ task, project }) => {
  const write = (body) => ({ method: 'PUT', path: `/api/tasks/${task}`, body });
  const mutation = (data) =>
    graphql('mutation($id:ID!,$data:TaskInput!){updateTask(documentId:$id,data:$data){documentId}}', {
      id: task,
      data,
    });
  const deep = deepText(20_000, '[', ']', '');
  const branches = times(5_000, (index) => ({ title: { contains: `x${index}` } }));
  const manySorts = times(20_000, () => 'title');
  const refused = {
    'not a thousand times, by default': asDefault('filters', nested(1_000, 'not', { title: { eq: 'x' } })),
    'not a thousand times, literally': asLiteral('filters', nested(1_000, 'not', { title: { eq: 'x' } })),
    'not four hundred times, by variable': asVariable('filters', nested(400, 'not', { title: { eq: 'x' } })),
    'and of 5,000, by variable': asVariable('filters', { and: branches }),
    'and of 5,000, by default': asDefault('filters', { and: branches }),
    'and of 5,000, literally': asLiteral('filters', { and: branches }),
    'or of 2,000 through a relation': asVariable('filters', {
      or: times(2_000, () => ({ project: { tasks: { title: { contains: 'x' } } } })),
    }),
    '20,000 sorts, by variable': asVariable('sort', manySorts),
    '20,000 sorts, literally': asLiteral('sort', manySorts),
    'a sort of 5,000 with commas': asVariable('sort', [times(5_000, () => 'title').join(',')]),
    'a page of 5,000, by default': asDefault('pagination', { limit: 5_000 }),
    'a page of 5,000, by variable': asVariable('pagination', { pageSize: 5_000 }),
    'a page of 5,000, literally': asLiteral('pagination', { limit: 5_000 }),
    'a page without end': asDefault('pagination', { limit: -1 }),
    'a page of 5,000 below': graphql('{projects{tasks(pagination:{limit:5000}){title}}}'),
    'in of 20,000': asVariable('filters', { title: { in: times(20_000, String) } }),
    'fragments, two to the thirtieth': graphql(bomb(30, 2)),
    'fragments of nothing but fragments': graphql(`
      {
        ...F0
      }
      ${times(30, (index) => `fragment F${index} on Query{${index === 29 ? '__typename' : `...F${index + 1} ...F${index + 1}`}}`).join(' ')}
    `),
    'a fragment in itself': graphql('{...F} fragment F on Query{tasks{title} ...F}'),
    'two thousand aliases': graphql(`{${times(2_000, (index) => `a${index}:tasks{title}`).join(' ')}}`),
    'three hundred aliases on each of 250 rows': graphql(
      `{tasks(pagination:{limit:250}){${times(300, (index) => `a${index}:title`).join(' ')}}}`
    ),
    'thirty relations of each of 250 rows': graphql(
      `{tasks(pagination:{limit:250}){${times(30, (index) => `a${index}:project{title}`).join(' ')}}}`
    ),
    'a selection of a thousand levels': graphql(deepSelection(1_000)),
    'ten thousand directives': graphql(`{tasks ${'@include(if:true)'.repeat(10_000)}{title}}`),
    'a thousand operations': graphql(times(1_000, (index) => `query Q${index}{tasks{title}}`).join(' ')),
    'a heap of words': graphql(`
      {
        tasks {
          title
        }
      }
      ${'# x\n'.repeat(10)}
      ${times(10_000, (index) => `fragment G${index} on Task{title}`).join(' ')}
    `),
    'an $and of 200 by REST': asRest('filters', {
      $and: times(200, (index) => ({ title: { $contains: `x${index}` } })),
    }),
    'not twenty times by REST': asRest('filters', nested(18, '$not', { title: { $eq: 'x' } })),
    'in of 101 by REST': asRest('filters', { title: { $in: times(101, String) } }),
    'in of 101, all of one name': rest(`/api/tasks?${times(101, (index) => `filters[title][$in]=${index}`).join('&')}`),
    'in with a hundredth place': rest('/api/tasks?filters[title][$in][100]=x'),
    '400 parameters': rest(`/api/tasks?${times(400, () => 'sort=title').join('&')}`),
    '1,500 parameters before a filter': rest(`/api/tasks?${times(1_500, () => 'a').join('&')}&filters[title][$eq]=x`),
    '30 sorts by REST': rest(`/api/tasks?sort=${times(30, () => 'title').join()}`),
    'a path of 300 relations': rest(`/api/tasks?populate=${path(300)}`),
    'a sort of 300 relations': rest(`/api/tasks?sort=${path(300)}`),
    'a sort of 300 relations by GraphQL': asLiteral('sort', [path(300)]),
    'a populate of 20 levels': rest(`/api/tasks?${deepPopulate(10)}`),
    'a page of 5,000 by REST': rest('/api/tasks?pagination[pageSize]=5000'),
    'a text of 12,000 letters': rest(`/api/tasks?filters[title][$contains]=${'a%25'.repeat(3_000)}`),
    'a search of 12,000 letters': rest(`/api/tasks?_q=${'(a+)+'.repeat(2_400)}`),
    'a body of 20,000 levels': write(`{"data":{"title":${deep}}}`),
    'variables of 20,000 levels': {
      method: 'POST',
      path: '/graphql',
      body: `{"query":"{__typename}","variables":{"a":${deep}}}`,
    },
    'a body of 50,000 keys': write(
      JSON.stringify({ data: Object.fromEntries(times(50_000, (index) => [`k${index}`, 1])) })
    ),
    'a list of 50,000': write(JSON.stringify({ data: { tags: times(50_000, (index) => index) } })),
    'connect of 5,000': write(
      JSON.stringify({ data: { tags: { connect: times(5_000, (index) => ({ id: index })) } } })
    ),
    'a mutation with 50,000 values': mutation({ tags: times(50_000, String) }),
    'me, in 20,000 levels': {
      method: 'PATCH',
      path: '/api/guest-access/me',
      body: deepText(20_000, '{"a":', '}', '1'),
    },
  };
  const answered = {
    'sixty aliases of lists': graphql(`{${times(60, (index) => `a${index}:tasks{title project{title}}`).join(' ')}}`),
    'sixty totals': graphql(`{${times(60, (index) => `a${index}:tasks_connection{pageInfo{total}}`).join(' ')}}`),
    'tasks of projects of tasks': graphql('{projects(pagination:{limit:250}){tasks{title project{tasks{title}}}}}'),
    'the same by REST': rest(
      '/api/projects?pagination[pageSize]=100&populate[tasks][populate][project][populate]=tasks'
    ),
    'a path there and back': rest(`/api/tasks?pagination[pageSize]=100&populate=${path(5, 'tasks')}`),
    'twenty branches through relations': asRest('filters', {
      $or: times(20, (index) => ({ project: { tasks: { project: { title: { $contains: `x${index}` } } } } })),
    }),
    'ninety branches of text': asVariable('filters', {
      or: times(70, (index) => ({ title: { containsi: `%_${index}%` } })),
    }),
    'a pattern of wildcards': rest(`/api/tasks?filters[title][$containsi]=${encodeURIComponent('%a_'.repeat(300))}`),
    'a search by an expression': rest(`/api/tasks?_q=${encodeURIComponent('(a+)+$'.repeat(100))}`),
    'the last page in an order of twenty': rest(
      `/api/tasks?pagination[start]=100000&pagination[limit]=100&sort=${times(20, (index) => ['title', 'state', 'comment', 'updatedAt'][index % 4]).join()}`
    ),
    'a long text written': write(JSON.stringify({ data: { comment: 'a'.repeat(900_000) } })),
    'a thousand links': write(
      JSON.stringify({ data: { project, tags: { connect: times(900, (index) => ({ id: index })) } } })
    ),
    'a list of operations': {
      method: 'POST',
      path: '/graphql',
      body: JSON.stringify(times(50, () => ({ query: '{tasks{title}}' }))),
    },
  };
  return [
    ...Object.entries(refused).map(([name, request]) => ({ name, ...request, refused: true })),
    ...Object.entries(answered).map(([name, request]) => ({ name, ...request, refused: false })),
  ];
};
