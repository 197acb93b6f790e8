import type { InvitationState } from '../../../../contract/invitations';
import { Tag, type Tone } from '../../kernel/ui/Tag';
import { useTranslate } from '../../kernel/translate';

const tones = {
  open: 'good',
  full: 'neutral',
  expired: 'neutral',
  revoked: 'bad',
  stopped: 'careful',
} as const satisfies Record<InvitationState, Tone>;

/** How a link stands, as the table shows it. */
export const LinkBadge = ({ state }: { state: InvitationState }) => {
  const translate = useTranslate();
  return <Tag tone={tones[state]}>{translate(`invitations.state.${state}`)}</Tag>;
};
