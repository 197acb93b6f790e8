import type { Feature } from '../../kernel';
import { registerJoinSource } from '../joining';
import { invitationLink } from './content-types/invitation-link';
import { endpoints } from './endpoints';
import { linkSource } from './source';

/** Invitation links: shareable, and never more than the way to a mail (P3). */
export const invitations: Feature = {
  name: 'invitations',
  contentTypes: { 'invitation-link': invitationLink },
  endpoints,
  register: () => registerJoinSource('link', linkSource),
};
