import type { Locale } from '../../../contract/constants';
import cs from '../translations/cs.json';
import en from '../translations/en.json';
import fr from '../translations/fr.json';
import type { Message } from './message';

export type MessageKey = keyof typeof fr;

/** Every text of the page. The French file names the keys; a language that lacks one does not compile. */
export const translations: Readonly<Record<Locale, Readonly<Record<MessageKey, Message>>>> = { fr, en, cs };
