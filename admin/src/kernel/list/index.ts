export { Day, Moment, Phone, Text } from './Cells';
export { FilterSelect } from './FilterSelect';
export { ListFrame } from './ListFrame';
export { ListPage } from './ListPage';
export { ListTable, type Column } from './ListTable';
export { Pages } from './Pages';
export { useFile } from './useFile';
export { useListQuery } from './useListQuery';
export { usePages } from './usePages';
