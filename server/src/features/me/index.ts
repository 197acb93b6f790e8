import type { Feature } from '../../kernel';
import { endpoints } from './endpoints';

/** What guests see and change of themselves, and the colleagues they may know of. */
export const me: Feature = { name: 'me', endpoints };
