import type { BodyOf, ResponseOf } from '../../../../contract/endpoint';
import type { ForeseeAccess } from '../../../../contract/insight';
import { useData } from '../../kernel/useData';
import { useSettled } from '../../kernel/useSettled';

const pauseMs = 500;

export type Asked = BodyOf<typeof ForeseeAccess>;
export type TypeChange = ResponseOf<typeof ForeseeAccess>['changes'][number];

/** `quiet` where there is nothing to ask, and where the answer failed: a forecast is no reason to disturb. */
export type Foresight = { kind: 'quiet' } | { kind: 'asking' } | { kind: 'told'; changes: readonly TypeChange[] };

/** What would change for the guest of a contact, were this saved; asked for half a second after the last change. */
export const useForesight = (contactId: string, asked: Asked | null): Foresight => {
  const { settled, isSettled } = useSettled(asked, pauseMs);
  const given = settled === null || asked === null ? null : { params: { contactId }, body: settled };
  const { value, error, isLoading } = useData('ForeseeAccess', given);
  if (asked === null) return { kind: 'quiet' };
  if (!isSettled || isLoading) return { kind: 'asking' };
  return error !== null || value === null ? { kind: 'quiet' } : { kind: 'told', changes: value.changes };
};
