import type { AccessState } from '../../../../contract/access';
import { Tag, type Tone } from '../../kernel/Tag';
import { useTranslate } from '../../kernel/translate';

const tones = { none: 'neutral', closed: 'bad', 'without-key': 'careful', open: 'good' } as const satisfies Record<
  AccessState,
  Tone
>;

/** The state of an access as the tables show it. */
export const AccessBadge = ({ state }: { state: AccessState }) => {
  const translate = useTranslate();
  return <Tag tone={tones[state]}>{translate(`access.state.${state}`)}</Tag>;
};
