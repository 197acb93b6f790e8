import * as React from 'react';
import type { BodyOf, ResponseOf } from '../../../../contract/endpoint';
import type { ForeseeAccess } from '../../../../contract/insight';
import { callApi } from '../../kernel/api';

const pauseMs = 500;

export type Asked = BodyOf<typeof ForeseeAccess>;
export type TypeChange = ResponseOf<typeof ForeseeAccess>['changes'][number];

/** `quiet` where there is nothing to ask, and where the answer failed: a forecast is no reason to disturb. */
export type Foresight = { kind: 'quiet' } | { kind: 'asking' } | { kind: 'told'; changes: readonly TypeChange[] };

const quiet: Foresight = { kind: 'quiet' };

/** What would change for the guest of a contact, were this saved; asked for half a second after the last change. */
export const useForesight = (contactId: string, asked: Asked | null): Foresight => {
  const [foresight, setForesight] = React.useState<Foresight>(quiet);
  const latest = React.useRef(asked);
  latest.current = asked;
  // A form that says the same is another object at each rendering.
  const question = asked === null ? null : JSON.stringify(asked);
  React.useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const ask = async (body: Asked) => {
      try {
        const { changes } = await callApi('ForeseeAccess', { params: { contactId }, body, signal });
        if (!signal.aborted) setForesight({ kind: 'told', changes });
      } catch {
        if (!signal.aborted) setForesight(quiet);
      }
    };
    setForesight(question === null ? quiet : { kind: 'asking' });
    const timer = setTimeout(() => latest.current !== null && void ask(latest.current), pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [contactId, question]);
  return foresight;
};
