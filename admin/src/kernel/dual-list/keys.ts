import type { SelectMode } from './selection';

/** What a key press asks of a list. */
export type KeyIntent =
  | { kind: 'reach'; index: number; mode: SelectMode }
  | { kind: 'select-all' }
  | { kind: 'move-across' }
  | { kind: 'type'; letter: string }
  | { kind: 'none' };

export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const target = (key: string, active: number, count: number, pageRows: number): number | null => {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return Math.max(active - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return active + pageRows;
    case 'PageUp':
      return active - pageRows;
    default:
      return null;
  }
};

/**
 * The keys of a list with several choices, as the ARIA practices and native lists have them: arrows, Home, End and pages
 * select alone, with Shift they extend, with Ctrl they only move; Space toggles, Ctrl+A selects all, Enter moves the
 * selection across, letters find.
 */
export const intentOf = (press: KeyPress, active: number, count: number, pageRows: number): KeyIntent => {
  const control = press.ctrlKey || press.metaKey;
  if (press.altKey) return { kind: 'none' };
  if (control && press.key.toLowerCase() === 'a') return { kind: 'select-all' };
  if (press.key === 'Enter') return { kind: 'move-across' };
  if (press.key === ' ') return { kind: 'reach', index: active, mode: press.shiftKey ? 'extend' : 'toggle' };
  const index = target(press.key, active, count, pageRows);
  if (index !== null) return { kind: 'reach', index, mode: press.shiftKey ? 'extend' : control ? 'move' : 'only' };
  if (!control && press.key.length === 1) return { kind: 'type', letter: press.key };
  return { kind: 'none' };
};
