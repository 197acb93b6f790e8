import type { MessageKind } from '../../../../contract';
import type { Strapi } from '../../kernel';
import type { Payload } from './repository';
import type { Given } from './render';
import type { VariablesOf } from './template';
import type { templates } from './templates';

export interface MessageHandler<Values> {
  /**
   * The values of a message, asked for as it is sent, outside any transaction and anew at each attempt: here a secret is
   * made, if one is needed. `cancel` where what it was about no longer wants it; a throw is a failed attempt.
   * @param to where it goes: whether what a guest typed may stand in it hangs on that (`nameTo` in `guests`)
   */
  variables(strapi: Strapi, payload: Payload, to: string): Promise<Values | 'cancel'>;
}

const handlers = new Map<MessageKind, MessageHandler<Given>>();

/** Says where the values of a kind of message come from. Called once, by the feature that causes the message. */
export const registerMessage = <K extends MessageKind>(
  kind: K,
  handler: MessageHandler<VariablesOf<(typeof templates)[K]['variables']>>
): void => {
  handlers.set(kind, handler);
};

export const handlerOf = (kind: MessageKind): MessageHandler<Given> | undefined => handlers.get(kind);

/** The kinds that this instance can send. */
export const registeredKinds = (): MessageKind[] => [...handlers.keys()];
