import process from 'node:process';
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

/** HOSTILE_SEED where it is given; on CI another one each day. */
export const hostileSeed = () => {
  const { HOSTILE_SEED, CI } = process.env;
  if (HOSTILE_SEED) return Number(HOSTILE_SEED);
  return CI ? Number(new Date().toISOString().slice(0, 10).replaceAll('-', '')) : 1;
};

/** Numbers from 0 to 1, the same for the same seed: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
const randomOf = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** As many more of their kind, the same for the same seed. */
export const madeAttacks = (seed, count, { task }) => {
  const random = randomOf(seed);
  const below = (limit) => Math.floor(random() * limit);
  const pick = (from) => from[below(from.length)];
  /** Around what is allowed, or far beyond. */
  const size = (allowed, most) => (random() < 0.5 ? 1 + below(2 * allowed) : allowed + below(most - allowed));
  const way = () => pick([asLiteral, asVariable, asDefault]);
  const word = () =>
    times(1 + below(4), () => pick(['a', 'e', '%', '_', '\\', '(', '*', "'", 'É', '\u0000', '😀'])).join('');

  const leaf = () => ({
    [pick(['title', 'comment', 'state'])]: { [pick(['contains', 'eq', 'startsWith', 'ne'])]: word() },
  });
  const through = (steps) =>
    steps <= 0 ? leaf() : { project: steps === 1 ? { title: { contains: word() } } : { tasks: through(steps - 2) } };
  const condition = (depth) => {
    if (depth <= 0) return through(below(5));
    const roll = random();
    if (roll < 0.3) return { not: condition(depth - 1) };
    if (roll < 0.9) return { [pick(['and', 'or'])]: times(1 + below(4), () => condition(depth - 1)) };
    return through(below(8));
  };
  const dollars = (value) =>
    Array.isArray(value)
      ? value.map(dollars)
      : typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value).map(([key, inner]) => [
              /^(title|comment|state|project|tasks)$/.test(key) ? key : `$${key}`,
              dollars(inner),
            ])
          )
        : value;
  const data = (depth) => {
    if (depth <= 0) return pick([1, 'x', null, true, word(), 'y'.repeat(below(5_000))]);
    if (random() < 0.5) return times(below(6), () => data(depth - 1));
    return Object.fromEntries(
      times(below(6), (index) => [pick(['title', 'set', 'connect', 'id', '__component', `k${index}`]), data(depth - 1)])
    );
  };
  const selection = (depth) =>
    `{${times(1 + below(6), (index) => (depth > 0 && random() < 0.5 ? `p${index}:project{title t${index}:tasks${pick(['', '(pagination:{limit:250})', `(sort:"${word().replaceAll(/\W/g, '')}")`])}${selection(depth - 1)}}` : `f${index}:${pick(['title', 'state', 'documentId'])}`)).join(' ')}}`;

  const kinds = {
    'a random condition': () => way()('filters', condition(1 + below(7))),
    'a random condition by REST': () => asRest('filters', dollars(condition(1 + below(4)))),
    nesting: () => way()('filters', nested(size(10, 300), pick(['not', 'and', 'or']), leaf())),
    'a text of brackets': () =>
      graphql(`query($v:TaskFiltersInput=${deepText(size(30, 4_000), '{not:', '}', '{}')}){tasks(filters:$v){title}}`),
    branches: () => way()('filters', { [pick(['and', 'or'])]: times(size(70, 5_000), () => through(below(4))) }),
    sorts: () =>
      way()(
        'sort',
        times(size(20, 20_000), () => pick(['title', 'id:desc', 'state:asc', path(below(12))]))
      ),
    'a list': () => way()('filters', { title: { [pick(['in', 'notIn'])]: times(size(100, 20_000), word) } }),
    'a list by REST': () =>
      rest(
        `/api/tasks?${times(size(100, 400), (index) => `filters[title][$in][${pick(['', index, index + below(50)])}]=${index}`).join('&')}`
      ),
    'a page': () =>
      way()('pagination', { [pick(['limit', 'pageSize'])]: pick([0, -1, 250, 251, size(250, 1_000_000)]) }),
    fragments: () => graphql(bomb(size(8, 200), 1 + below(5))),
    aliases: () =>
      graphql(
        `{${times(size(60, 2_000), (index) => `a${index}:${pick(['tasks{title}', 'projects{tasks{title}}', 'tasks_connection{pageInfo{total}}', '__typename'])}`).join(' ')}}`
      ),
    'a selection': () => graphql(`{tasks(pagination:{limit:${pick([1, 25, 250])}})${selection(1 + below(4))}}`),
    levels: () => graphql(deepSelection(size(3, 500))),
    directives: () =>
      graphql(
        `{tasks{title ${times(size(50, 5_000), () => pick(['@skip(if:false)', '@include(if:true)', '@x'])).join(' ')}}}`
      ),
    'a path': () =>
      rest(`/api/${pick(['tasks', 'projects'])}?${pick(['populate', 'sort', 'fields'])}=${path(size(6, 700))}`),
    'a populate': () => rest(`/api/tasks?pagination[pageSize]=${pick([10, 100, 250])}&${deepPopulate(size(3, 60))}`),
    'a wide populate': () =>
      rest(
        `/api/tasks?${times(size(40, 290), (index) => `populate[${index}]=${path(1 + below(5), 'tasks')}`).join('&')}`
      ),
    'a search': () =>
      rest(`/api/${pick(['tasks', 'projects'])}?_q=${encodeURIComponent(times(size(100, 1_000), word).join(''))}`),
    'a pattern': () =>
      rest(
        `/api/tasks?filters[${pick(['title', 'comment'])}][$${pick(['contains', 'containsi', 'startsWith', 'notContainsi'])}]=${encodeURIComponent(times(size(100, 800), word).join(''))}`
      ),
    'a body': () => ({
      method: pick(['PUT', 'POST']),
      path: pick([`/api/tasks/${task}`, '/api/tasks']),
      body: JSON.stringify({ data: data(2 + below(7)) }),
    }),
    'a deep body': () => ({
      method: pick(['POST', 'PUT', 'PATCH']),
      path: pick([
        '/api/tasks',
        `/api/tasks/${task}`,
        '/graphql',
        '/api/guest-access/me',
        '/api/guest-access/auth/key',
        '/api/guest-access/join',
        '/api/auth/local',
        '/admin/login',
      ]),
      body: `{"data":${deepText(
        size(500, 20_000),
        ...pick([
          ['[', ']'],
          ['{"a":', '}'],
        ]),
        '1'
      )}}`,
    }),
    'a wide body': () => ({
      method: 'POST',
      path: pick(['/api/tasks', '/graphql', '/api/guest-access/auth/password']),
      body: JSON.stringify(Object.fromEntries(times(size(1_000, 60_000), (index) => [`k${index}`, index]))),
    }),
    'a mutation': () =>
      graphql('mutation($data:TaskInput!){createTask(data:$data){title}}', {
        data: { title: 'x', tags: times(size(100, 20_000), String) },
      }),
    operations: () => graphql(times(size(50, 1_000), (index) => `query Q${index}{tasks{title}}`).join(' '), {}),
  };
  return times(count, (index) => {
    const kind = pick(Object.keys(kinds));
    return { name: `${kind}, number ${index} of seed ${seed}`, ...kinds[kind](), refused: false };
  });
};
