import { messageKinds, type MessageKind } from '../../../../../contract';
import { faultsOfTemplate, type Template } from '../template';
import { accessJoined } from './access-joined';
import { accessKey } from './access-key';
import { alreadyGuest } from './already-guest';
import { emailChangeAsked } from './email-change-asked';
import { emailChanged } from './email-changed';
import { emailConfirm } from './email-confirm';
import { emailUndo } from './email-undo';
import { guestApproved } from './guest-approved';
import { guestArrived } from './guest-arrived';
import { guestInvitation } from './guest-invitation';
import { guestWaiting } from './guest-waiting';
import { joinConfirm } from './join-confirm';
import { passwordChanged } from './password-changed';
import { passwordReset } from './password-reset';

/** Every message the product sends, by kind: one file a message. */
export const templates = {
  'access-key': accessKey,
  'guest-invitation': guestInvitation,
  'password-reset': passwordReset,
  'password-changed': passwordChanged,
  'email-confirm': emailConfirm,
  'email-change-asked': emailChangeAsked,
  'email-changed': emailChanged,
  'email-undo': emailUndo,
  'join-confirm': joinConfirm,
  'already-guest': alreadyGuest,
  'access-joined': accessJoined,
  'guest-approved': guestApproved,
  'guest-arrived': guestArrived,
  'guest-waiting': guestWaiting,
} satisfies Record<MessageKind, Template>;

/** Whether a stored word is the kind of a message that this version knows. */
export const isMessageKind = (kind: string): kind is MessageKind => (messageKinds as readonly string[]).includes(kind);

/** @throws where a template names a variable it does not declare, or a language lacks one. */
export const checkTemplates = (): void => {
  const faults = Object.entries(templates).flatMap(([kind, template]) =>
    faultsOfTemplate(template).map((fault) => `${kind}: ${fault}`)
  );
  if (faults.length > 0) throw new Error(`Mail templates: ${faults.join('; ')}`);
};
