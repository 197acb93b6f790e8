import type { Feature } from '../../kernel';
import { endpoints } from './endpoints';

/** The public facts that a login page needs. */
export const site: Feature = { name: 'site', endpoints };
