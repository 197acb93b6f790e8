import { useCallback, useEffect, useRef, useState } from 'react';
import { drafts, type Draft } from './drafts';
import { useAccess } from './RequireSession';
import { useUnsaved } from './unsaved';
import { whoOf } from './whoOf';

/** The draft of a form that the guest left, as it was when the form was opened; null where there is none. */
export const useFoundDraft = (form: string): Draft | null => {
  const who = whoOf(useAccess().guest);
  const [found] = useState(() => drafts().find(who, form));
  return found;
};

interface Kept {
  /** Of what it is a change, as in the draft. */
  readonly of?: string | null;
  /** Whether all that was typed is in `input`. */
  readonly isWhole?: () => boolean;
}

const always = () => true;

/**
 * Keeps what is typed in a form on this device, with each key, until it is saved or thrown away. Leaving asks nothing then; only
 * what cannot be kept is asked about.
 * @param input plain data; null where nothing differs from what is saved
 * @returns what takes the draft away
 */
export const useDraft = (form: string, input: unknown, { of = null, isWhole = always }: Kept = {}): (() => void) => {
  const who = whoOf(useAccess().guest);
  const text = input === null ? null : JSON.stringify(input);
  const last = useRef(text);
  const isKept = useRef(true);

  useEffect(() => {
    if (text === last.current) return;
    last.current = text;
    if (text === null) drafts().drop(who, form);
    else isKept.current = drafts().keep(who, form, { at: Date.now(), of, input: JSON.parse(text) as unknown });
  }, [who, form, text, of]);

  useUnsaved(
    text !== null,
    useCallback(() => isKept.current && isWhole(), [isWhole])
  );
  return useCallback(() => drafts().drop(who, form), [who, form]);
};
