import { mail } from './features/mail';
import { settings } from './features/settings';
import type { Feature } from './kernel';

/** The map of the plugin. A feature imports only those above it, and only through their `index.ts`. */
export const features: Feature[] = [settings, mail];
