import { lists, type Subject } from './subjects';

type List = (typeof lists)[number];

let channel: BroadcastChannel | null = null;

const listsIn = (message: unknown): List[] =>
  Array.isArray(message) ? lists.filter((list) => message.includes(list)) : [];

/** Hears from the panel's other windows and tabs which lists they changed. Opens once, however often it is called. */
export const hearOtherWindows = (onChange: (changed: List[]) => void): void => {
  if (channel !== null) return;
  channel = new BroadcastChannel('guest-access');
  channel.onmessage = ({ data }) => onChange(listsIn(data));
};

/** Tells them. Where nobody listens here nobody is told. */
export const tellOtherWindows = (changed: readonly Subject[]): void => {
  if (changed.length > 0) channel?.postMessage(changed);
};
