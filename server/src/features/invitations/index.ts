import type { Feature } from '../../kernel';
import { registerJoinSource } from '../joining';
import { endpoints } from './endpoints';
import { linkSource } from './source';
import { linkTable } from './table';

/** Invitation links: shareable, and never more than the way to a mail (P3). */
export const invitations: Feature = {
  name: 'invitations',
  tables: [linkTable],
  endpoints,
  register: () => registerJoinSource('link', linkSource),
};
