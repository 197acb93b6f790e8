import type { GuestState } from '../../../../contract/guests';
import { Tag, type Tone } from '../../kernel/Tag';
import { useTranslate } from '../../kernel/translate';

const tones = { open: 'good', invited: 'neutral', waiting: 'careful', closed: 'bad' } as const satisfies Record<
  GuestState,
  Tone
>;

/** How a guest stands, as the tables show it. */
export const StateBadge = ({ state }: { state: GuestState }) => {
  const translate = useTranslate();
  return <Tag tone={tones[state]}>{translate(`guests.state.${state}`)}</Tag>;
};
