import type { Feature } from '../../kernel';
import { endpoints } from './endpoints';

/** Why a guest sees a row or does not, who sees it, and what would change before it is saved. */
export const insight: Feature = { name: 'insight', endpoints };
