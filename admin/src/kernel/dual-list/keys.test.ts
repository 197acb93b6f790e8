import { intentOf, type KeyPress } from './keys';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const intent = (key: string, more?: Partial<KeyPress>) => intentOf(press(key, more), 3, 10, 7);

describe('the keys of a list', () => {
  it('moves by one, by a page and to the ends', () => {
    expect(intent('ArrowDown')).toEqual({ kind: 'reach', index: 4, mode: 'only' });
    expect(intent('ArrowUp')).toEqual({ kind: 'reach', index: 2, mode: 'only' });
    expect(intent('PageDown')).toEqual({ kind: 'reach', index: 10, mode: 'only' });
    expect(intent('Home')).toEqual({ kind: 'reach', index: 0, mode: 'only' });
    expect(intent('End')).toEqual({ kind: 'reach', index: 9, mode: 'only' });
  });

  it('begins at the top where nothing was active', () => {
    expect(intentOf(press('ArrowDown'), -1, 10, 7)).toEqual({ kind: 'reach', index: 0, mode: 'only' });
    expect(intentOf(press('ArrowUp'), -1, 10, 7)).toEqual({ kind: 'reach', index: 0, mode: 'only' });
  });

  it('extends with Shift and only moves with Ctrl', () => {
    expect(intent('End', { shiftKey: true })).toEqual({ kind: 'reach', index: 9, mode: 'extend' });
    expect(intent('ArrowDown', { ctrlKey: true })).toEqual({ kind: 'reach', index: 4, mode: 'move' });
  });

  it('toggles with Space, selects all with Ctrl+A, moves across with Enter', () => {
    expect(intent(' ')).toEqual({ kind: 'reach', index: 3, mode: 'toggle' });
    expect(intent('A', { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'select-all' });
    expect(intent('Enter')).toEqual({ kind: 'move-across' });
  });

  it('takes letters for typeahead and leaves all else to the browser', () => {
    expect(intent('é')).toEqual({ kind: 'type', letter: 'é' });
    expect(intent('Tab')).toEqual({ kind: 'none' });
    expect(intent('c', { ctrlKey: true })).toEqual({ kind: 'none' });
    expect(intent('ArrowDown', { altKey: true })).toEqual({ kind: 'none' });
  });
});
