export { Day, Moment, Phone, Text } from './Cells';
export { FilterSelect } from './FilterSelect';
export { ImportLink } from './ImportLink';
export { ListFrame } from './ListFrame';
export { ListPage } from './ListPage';
export { ListTable, type Column } from './ListTable';
export { Pages } from './Pages';
export { useListQuery } from './useListQuery';
export { usePages } from './usePages';
