export { Day, DenseTable, PlainHeader, Phone, Text } from './Cells';
export { ListFrame } from './ListFrame';
export { Pages } from './Pages';
export { SearchBox } from './SearchBox';
export { SortHeader } from './SortHeader';
export { usePages } from './usePages';
