import type { Feature } from '../../kernel';
import { endpoints } from './endpoints';

/** What has come up lately, for the panel's home page (N6). */
export const overview: Feature = { name: 'overview', endpoints };
