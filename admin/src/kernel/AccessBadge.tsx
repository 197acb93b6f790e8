import type { AccessState } from '../../../contract/contact-access';
import { Tag, type Tone } from './ui/Tag';
import { useTranslate } from './translate';

const tones = {
  none: 'neutral',
  open: 'good',
  'without-credentials': 'careful',
  waiting: 'careful',
  closed: 'bad',
} as const satisfies Record<AccessState, Tone>;

/** How a contact's access or a guest stands, in one word for all pages. */
export const AccessBadge = ({ state }: { state: AccessState }) => {
  const translate = useTranslate();
  return <Tag tone={tones[state]}>{translate(`access.state.${state}`)}</Tag>;
};
