import { accessKeyPattern, previewTicketPattern } from '../../../contract/constants';
import { logInByKey, logInByPreview } from '../api/guestAccess';
import type { Answer } from '../api/request';
import type { MessageKey } from '../language/translations';

/** A way in that begins with a link: what its secret looks like, who takes it, and what the page says. */
export interface Door {
  readonly pattern: RegExp;
  /** Whether it lets in as oneself, so that who is logged in already has to choose who they are. */
  readonly forOneself: boolean;
  readonly open: (secret: string) => Promise<Answer<unknown>>;
  readonly title: MessageKey;
  readonly intro: MessageKey;
  readonly enter: MessageKey;
  readonly note: MessageKey;
  readonly refusedTitle: MessageKey;
  readonly refusedText: MessageKey;
}

/** The access link of a guest (O5). */
export const keyDoor: Door = {
  pattern: accessKeyPattern,
  forOneself: true,
  open: logInByKey,
  title: 'key.title',
  intro: 'key.intro',
  enter: 'key.enter',
  note: 'key.personal',
  refusedTitle: 'key.refused.title',
  refusedText: 'key.refused.text',
};

/** An editor's look at the portal as a guest (N3). */
export const previewDoor: Door = {
  pattern: previewTicketPattern,
  forOneself: false,
  open: logInByPreview,
  title: 'preview.title',
  intro: 'preview.intro',
  enter: 'preview.enter',
  note: 'preview.note',
  refusedTitle: 'preview.refused.title',
  refusedText: 'preview.refused.text',
};
