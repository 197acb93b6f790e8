import type { Feature } from '../../kernel';
import { endpoints } from './endpoints';
import { acceptedTable } from './table';

/** What is risky on this site, and how it is mended (N14). */
export const posture: Feature = { name: 'posture', tables: [acceptedTable], endpoints };
