import * as React from 'react';
import { styled } from 'styled-components';
import { intentOf } from './keys';
import { findByStart, type FoldedOption } from './options';
import { reach, selectAll, type Selection, type SelectMode } from './selection';
import { useTypeahead } from './useTypeahead';
import { useWindow } from './useWindow';

const rowPixels = 32;

const Frame = styled.div`
  overflow-y: auto;
  position: relative;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;
  user-select: none;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
  &[aria-disabled='true'] {
    background: ${({ theme }) => theme.colors.neutral150};
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Row = styled.div`
  position: absolute;
  left: 0;
  right: 0;
  height: ${rowPixels}px;
  line-height: ${rowPixels}px;
  padding: 0 ${({ theme }) => theme.spaces[3]};
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  cursor: default;
  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  &[aria-selected='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 500;
  }
  &[data-active] {
    box-shadow: inset 0 0 0 1px ${({ theme }) => theme.colors.primary600};
  }
`;

const Empty = styled.div`
  padding: ${({ theme }) => theme.spaces[3]};
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface ListboxProps {
  id: string;
  label: string;
  emptyText: string;
  options: readonly FoldedOption[];
  selection: Selection;
  onSelect: (selection: Selection) => void;
  /** Enter, or a double click on one option: the ids given are to go to the other list. */
  onMove: (ids: ReadonlySet<string>) => void;
  /** How many rows are in sight. */
  rows: number;
  disabled: boolean;
}

const clickMode = (event: React.MouseEvent): SelectMode => {
  const touched = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch';
  if (event.shiftKey) return 'extend';
  return event.ctrlKey || event.metaKey || touched ? 'toggle' : 'only';
};

/** A list with several choices, after the ARIA practices; only the rows in sight are in the page, so that 10,000 are no more work than ten. */
export const Listbox = React.forwardRef<HTMLDivElement, ListboxProps>(
  ({ id, label, emptyText, options, selection, onSelect, onMove, rows, disabled }, forwarded) => {
    const frame = React.useRef<HTMLDivElement>(null);
    React.useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(forwarded, () => frame.current);
    const { shown, onScroll, show } = useWindow(frame, { count: options.length, rowPixels, rows });
    const [focused, setFocused] = React.useState(false);
    const typeahead = useTypeahead();
    const ids = React.useMemo(() => options.map((option) => option.id), [options]);
    const optionId = (index: number) => `${id}-${options[index]?.id}`;

    const go = (index: number, mode: SelectMode) => {
      const next = reach(selection, ids, index, mode);
      onSelect(next);
      show(next.active);
    };
    const onKeyDown = (event: React.KeyboardEvent) => {
      if (disabled) return;
      const intent = intentOf(event, selection.active, options.length, rows - 1);
      if (intent.kind === 'none') return;
      event.preventDefault();
      if (intent.kind === 'reach') go(intent.index, intent.mode);
      if (intent.kind === 'select-all') onSelect(selectAll(selection, ids));
      if (intent.kind === 'move-across' && selection.ids.size > 0) onMove(selection.ids);
      if (intent.kind === 'type') {
        const found = findByStart(options, typeahead(intent.letter), selection.active);
        if (found >= 0) go(found, 'only');
      }
    };
    const visible = selection.active >= 0 && !shown.includes(selection.active) ? [...shown, selection.active] : shown;

    return (
      <Frame
        ref={frame}
        id={id}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-multiselectable
        aria-disabled={disabled}
        aria-activedescendant={selection.active >= 0 && options.length > 0 ? optionId(selection.active) : undefined}
        style={{ height: rowPixels * rows }}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        {options.length === 0 && (
          <Empty role="option" aria-disabled aria-selected={false}>
            {emptyText}
          </Empty>
        )}
        <div role="presentation" style={{ height: options.length * rowPixels }}>
          {visible.map((index) => {
            const option = options[index];
            if (option === undefined) return null;
            return (
              // Keys are handled by the list, which keeps the focus (aria-activedescendant).
              <Row
                key={option.id}
                id={optionId(index)}
                role="option"
                title={option.label}
                aria-selected={selection.ids.has(option.id)}
                aria-setsize={options.length}
                aria-posinset={index + 1}
                data-active={focused && index === selection.active ? '' : undefined}
                style={{ top: index * rowPixels }}
                onClick={(event) => !disabled && go(index, clickMode(event))}
                onDoubleClick={() => !disabled && onMove(new Set([option.id]))}
              >
                {option.label}
              </Row>
            );
          })}
        </div>
      </Frame>
    );
  }
);
Listbox.displayName = 'Listbox';
