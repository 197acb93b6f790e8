import * as React from 'react';

interface Size {
  count: number;
  rowPixels: number;
  /** Rows in sight. */
  rows: number;
}

/** Rows above and below the ones in sight that are in the page too, so that a quick scroll does not show white. */
const margin = 8;

/** The indexes of the rows that a list scrolled to `top` pixels has to show. */
export const rowsInSight = (top: number, { count, rowPixels, rows }: Size): number[] => {
  const first = Math.max(0, Math.floor(top / rowPixels) - margin);
  const end = Math.min(count, Math.ceil(top / rowPixels) + rows + margin);
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
};

/** Keeps only the rows in sight of a long list; `show` scrolls just far enough to bring a row into sight. */
export const useWindow = (frame: React.RefObject<HTMLElement>, size: Size) => {
  const [top, setTop] = React.useState(0);
  const { count, rowPixels, rows } = size;
  const highest = Math.max(0, (count - rows) * rowPixels);
  const shown = React.useMemo(
    () => rowsInSight(Math.min(top, highest), { count, rowPixels, rows }),
    [top, highest, count, rowPixels, rows]
  );
  const onScroll = React.useCallback((event: React.UIEvent) => setTop(event.currentTarget.scrollTop), []);
  const show = React.useCallback(
    (index: number) => {
      const element = frame.current;
      if (element === null || index < 0) return;
      const above = index * rowPixels;
      if (above < element.scrollTop) element.scrollTop = above;
      else if (above + rowPixels > element.scrollTop + rows * rowPixels) {
        element.scrollTop = above + rowPixels - rows * rowPixels;
      }
    },
    [frame, rowPixels, rows]
  );
  return { shown, onScroll, show };
};
