import { accessDecides, GiveUp, type Effect, type PanelCaller } from '../../kernel';
import type { BulkInput } from './input';

interface Taken {
  effects: readonly Effect[];
  /** What of the body asks for it. */
  field: string;
  why: string;
}

/** What an action brings about, and so takes. Whoever may obtain a key may read it: there is one right for both. */
const takenBy = ({ grants, issueKeys, mailKeys }: BulkInput): Taken[] => [
  ...(grants === null
    ? []
    : [
        {
          effects: ['opensAccess', 'changesWhatIsVisible'] as const,
          field: 'grants',
          why: 'To give accesses takes the right to manage them.',
        },
      ]),
  ...(issueKeys
    ? [{ effects: ['showsSecret'] as const, field: 'issueKeys', why: 'To obtain keys takes the right to issue them.' }]
    : []),
  ...(mailKeys === 'none'
    ? []
    : [{ effects: ['sendsKey'] as const, field: 'mailKeys', why: 'To mail keys takes the right to send them.' }]),
];

const missing = (caller: PanelCaller, input: BulkInput): Taken | undefined =>
  takenBy(input).find(({ effects }) => !effects.every((effect) => caller.may(effect)));

/** @throws 403 `access_decides` */
export const requireAsked = (caller: PanelCaller, input: BulkInput): void => {
  const taken = missing(caller, input);
  if (taken !== undefined) throw accessDecides(taken.field, taken.why);
};

/** The same of whoever asked a while ago, and the right to see what came of it. @throws `GiveUp` */
export const requireStill = (caller: PanelCaller, input: BulkInput): void => {
  if (!caller.may('showsAccess') || missing(caller, input) !== undefined) {
    throw new GiveUp('Whoever asked for it may not do it any more');
  }
};
