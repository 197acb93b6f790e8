import type { MessageValues } from './message';
import type { MessageKey } from './translations';

/** A text to be said: its key alone, or with values that stand in it. */
export type Explanation = MessageKey | { readonly key: MessageKey; readonly values: MessageValues };

type Translate = (key: MessageKey, values?: MessageValues) => string;

export const explain = (t: Translate, explanation: Explanation): string =>
  typeof explanation === 'string' ? t(explanation) : t(explanation.key, explanation.values);
