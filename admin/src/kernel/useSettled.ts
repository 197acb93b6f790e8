import * as React from 'react';

/** The value as it last stood still for a while, and whether that is the value of now. Values are compared as JSON. */
export const useSettled = <Value>(value: Value, pauseMs: number): { settled: Value; isSettled: boolean } => {
  const text = JSON.stringify(value);
  const [seen, setSeen] = React.useState({ value, text });
  const latest = React.useRef(value);
  latest.current = value;
  React.useEffect(() => {
    const timer = setTimeout(() => setSeen({ value: latest.current, text }), pauseMs);
    return () => clearTimeout(timer);
  }, [text, pauseMs]);
  return { settled: seen.value, isSettled: seen.text === text };
};
