import type { Feature } from '../../kernel';
import { endpoints } from './endpoints';

/** Why a guest sees a row or does not, and what would change before it is saved (N2). */
export const insight: Feature = { name: 'insight', endpoints };
