import * as React from 'react';
import { insertedAt, placeholder, type Wording } from './texts';

const isField = (name: string): name is keyof Wording => name === 'subject' || name === 'body';

/**
 * Puts placeholders where the caret stands, or last stood, in one of the two fields below `fields`; at the end of the body
 * where it stood in none.
 */
export const useInsertion = (wording: Wording, change: (changed: Partial<Wording>) => void) => {
  const fields = React.useRef<HTMLDivElement>(null);
  const [last, setLast] = React.useState<keyof Wording>('body');
  React.useEffect(() => {
    const holder = fields.current;
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
        if (isField(target.name)) setLast(target.name);
      }
    };
    holder?.addEventListener('focusin', onFocus);
    return () => holder?.removeEventListener('focusin', onFocus);
  }, []);
  const insert = (name: string) => {
    const field = fields.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${last}"]`);
    const text = wording[last];
    const start = field?.selectionStart ?? text.length;
    const next = insertedAt(text, start, field?.selectionEnd ?? start, placeholder(name));
    change({ [last]: next.text });
    field?.focus();
    // After React has put the new text there, which moves the caret to its end.
    requestAnimationFrame(() => field?.setSelectionRange(next.caret, next.caret));
  };
  return { fields, insert };
};
