import * as React from 'react';

const pauseMs = 600;

/** Collects letters typed in quick succession; a pause begins a new word. */
export const useTypeahead = (): ((letter: string) => string) => {
  const typed = React.useRef({ text: '', at: 0 });
  return React.useCallback((letter) => {
    const now = Date.now();
    const text = now - typed.current.at < pauseMs ? typed.current.text + letter : letter;
    typed.current = { text, at: now };
    return text;
  }, []);
};
