/** Requests as a guest's tools write them, and the shapes that hostile ones are made of. A request is { method, path, body }, body as text. */

export const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));
export const rest = (path) => ({ method: 'GET', path });
export const graphql = (query, variables) => ({
  method: 'POST',
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
});

/** A value in the words of GraphQL's own language: keys without quotes. */
const literal = (value) =>
  Array.isArray(value)
    ? `[${value.map(literal).join(',')}]`
    : typeof value === 'object' && value !== null
      ? `{${Object.entries(value)
          .map(([key, inner]) => `${key}:${literal(inner)}`)
          .join(',')}}`
      : JSON.stringify(value);

const types = { filters: 'TaskFiltersInput', sort: '[String]', pagination: 'PaginationArg', data: 'TaskInput!' };

/** An argument of `tasks` in each of the ways in which GraphQL takes it. */
export const asLiteral = (name, value) => graphql(`{tasks(${name}:${literal(value)}){documentId}}`);
export const asVariable = (name, value) =>
  graphql(`query($v:${types[name]}){tasks(${name}:$v){documentId}}`, { v: value });
export const asDefault = (name, value) =>
  graphql(`query($v:${types[name]}=${literal(value)}){tasks(${name}:$v){documentId}}`);

const flat = (prefix, value) =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flat(`${prefix}[${key}]`, inner))
    : [`${prefix}=${encodeURIComponent(String(value))}`];
export const asRest = (name, value) => rest(`/api/tasks?${flat(name, value).join('&')}`);

export const nested = (levels, key, inner) => {
  let value = inner;
  for (let level = 0; level < levels; level += 1) value = { [key]: key === 'not' || key === '$not' ? value : [value] };
  return value;
};
/** The same as text, for what would be too deep to be put together. */
export const deepText = (levels, open, close, inner) => open.repeat(levels) + inner + close.repeat(levels);

export const bomb = (levels, width) =>
  `{...F0} ${times(levels, (index) => `fragment F${index} on Query{${index === levels - 1 ? 'tasks{title}' : `...F${index + 1} `.repeat(width)}}`).join(' ')}`;
export const deepSelection = (levels) => `{tasks${'{project{tasks'.repeat(levels)}{title}${'}}'.repeat(levels)}}`;
export const deepPopulate = (levels) => `populate${'[project][populate][tasks][populate]'.repeat(levels)}=*`;
export const path = (steps, last = 'title') =>
  [...times(steps, (index) => (index % 2 ? 'tasks' : 'project')), last].join('.');
