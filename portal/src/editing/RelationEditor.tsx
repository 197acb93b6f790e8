import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Field } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { useAnnounce } from '../page/Announcer';
import type { RelatedRow } from '../rows/related';
import type { ControlProps } from './FieldEditor';
import { useChoices } from './useChoices';

interface RelationEditorProps {
  readonly field: Field;
  readonly control: ControlProps;
  readonly chosen: readonly RelatedRow[];
  readonly onChange: (chosen: readonly RelatedRow[]) => void;
}

/**
 * Links rows: what is chosen, each with a button that takes it away, and a search for more.
 * The search follows the combobox pattern of the ARIA Authoring Practices: the focus stays in the box, arrows walk the list.
 */
export const RelationEditor = ({ field, control, chosen, onChange }: RelationEditorProps) => {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useChoices(field.target, search, open);
  const choices = found?.filter(({ documentId }) => !chosen.some((row) => row.documentId === documentId)) ?? [];
  const many = field.target?.many ?? false;

  useEffect(() => {
    setActive(-1);
    if (found !== null)
      announce(found.length === 0 ? t('relation.none') : t('relation.results', { count: found.length }));
  }, [found, announce, t]);

  const choose = (row: RelatedRow) => {
    onChange(many ? [...chosen, row] : [row]);
    setSearch('');
    setOpen(false);
  };
  const remove = ({ documentId }: RelatedRow) => {
    onChange(chosen.filter((row) => row.documentId !== documentId));
    box.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setOpen(true);
      if (choices.length > 0)
        setActive((active + step + choices.length + (active < 0 && step < 0 ? 1 : 0)) % choices.length);
    } else if (key === 'Enter') {
      // Enter in this box chooses; it never sends the form.
      event.preventDefault();
      const row = choices[active];
      if (open && row !== undefined) choose(row);
      else setOpen(true);
    } else if (key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
    }
  };

  return (
    <div
      className="relation"
      onBlur={({ relatedTarget, currentTarget }) => !currentTarget.contains(relatedTarget) && setOpen(false)}
    >
      {chosen.length > 0 && (
        <ul className="chips">
          {chosen.map((row) => (
            <li key={row.documentId}>
              {row.label}
              <button type="button" aria-label={t('relation.remove', { row: row.label })} onClick={() => remove(row)}>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="combobox">
        <input
          {...control}
          ref={box}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={listId}
          aria-activedescendant={open && active >= 0 ? `${listId}-${active}` : undefined}
          placeholder={t('relation.search')}
          autoComplete="off"
          value={search}
          onChange={({ target }) => {
            setSearch(target.value);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
        <ul id={listId} role="listbox" aria-label={t('relation.search')} hidden={!open}>
          {choices.map((row, index) => (
            <li
              key={row.documentId}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(row)}
            >
              {row.label}
            </li>
          ))}
          {choices.length === 0 && (
            <li role="presentation" className="hint">
              {found === null ? t('loading') : t('relation.none')}
            </li>
          )}
        </ul>
      </div>
    </div>
  );
};
