import type { Feature } from '../../kernel';
import { endpoints } from './endpoints';
import { savedViewTable } from './table';

/** Filters of the panel's lists that somebody has kept under a name. */
export const savedViews: Feature = { name: 'saved-views', tables: [savedViewTable], endpoints };
