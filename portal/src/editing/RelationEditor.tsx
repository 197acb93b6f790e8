import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Field } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { useAnnounce } from '../page/Announcer';
import type { RelatedRow } from '../rows/related';
import { choiceId, ChoiceList } from './ChoiceList';
import type { ControlProps } from './controlProps';
import type { RelationInput } from './fieldInput';
import { matchTyped } from './matchTyped';
import { useChoices } from './useChoices';

interface RelationEditorProps {
  readonly field: Field;
  readonly control: ControlProps;
  readonly input: RelationInput;
  readonly onChange: (input: RelationInput) => void;
}

/** Up from the first leads to the last, and from nowhere too. */
const stepped = (active: number, step: 1 | -1, count: number): number => {
  if (count === 0) return -1;
  if (active < 0) return step === 1 ? 0 : count - 1;
  return (active + step + count) % count;
};

/**
 * Links rows: what is chosen, each with a button that takes it away, and a search for more.
 * What was typed and never chosen is looked for when the box is left: the one row that it can mean is chosen.
 * The search follows the combobox pattern of the ARIA Authoring Practices: the focus stays in the box, arrows walk the list.
 */
export const RelationEditor = ({ field, control, input, onChange }: RelationEditorProps) => {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  const { chosen, typed: search } = input;
  const latest = useRef(input);
  latest.current = input;
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useChoices(field.target, search, open);
  const choices = useMemo(
    () => found?.filter(({ documentId }) => !chosen.some((row) => row.documentId === documentId)) ?? null,
    [found, chosen]
  );
  const many = field.target?.many ?? false;

  useEffect(() => {
    setActive(-1);
    if (choices === null) return;
    announce(choices.length === 0 ? t('relation.none') : t('relation.results', { count: choices.length }));
  }, [choices, announce, t]);

  const choose = (row: RelatedRow) => {
    onChange({ kind: 'relation', chosen: many ? [...chosen, row] : [row], typed: '', unmatched: null });
    setOpen(false);
  };
  const remove = ({ documentId }: RelatedRow) => {
    onChange({ ...input, chosen: chosen.filter((row) => row.documentId !== documentId) });
    box.current?.focus();
  };
  const leaveBox = async () => {
    setOpen(false);
    if (search.trim() === '') return;
    const after = await matchTyped(field, input);
    // Saving looks for it too, and the person may have typed on.
    if (latest.current !== input) return;
    onChange(after);
    const picked = after.chosen.at(-1);
    if (after.unmatched === null && picked !== undefined) announce(t('relation.picked', { row: picked.label }));
  };
  const move = (step: 1 | -1) => {
    setOpen(true);
    setActive(stepped(active, step, choices?.length ?? 0));
  };
  const chooseActive = () => {
    const row = open ? choices?.[active] : undefined;
    if (row === undefined) setOpen(true);
    else choose(row);
  };

  // Enter in this box chooses; it never sends the form.
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: chooseActive,
    ...(open && { Escape: () => setOpen(false) }),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <div className="relation">
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
          aria-activedescendant={open && active >= 0 ? choiceId(listId, active) : undefined}
          placeholder={t('relation.search')}
          autoComplete="off"
          value={search}
          onChange={({ target }) => {
            onChange({ ...input, typed: target.value, unmatched: null });
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onBlur={() => void leaveBox()}
          onKeyDown={onKeyDown}
        />
        {open && <ChoiceList id={listId} choices={choices} active={active} onChoose={choose} />}
      </div>
    </div>
  );
};
