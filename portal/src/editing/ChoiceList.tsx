import { useLanguage } from '../language/LanguageProvider';
import type { RelatedRow } from '../rows/related';

interface ChoiceListProps {
  readonly id: string;
  /** Null while they are on their way. */
  readonly choices: readonly RelatedRow[] | null;
  /** The one that Enter would choose; -1 for none. */
  readonly active: number;
  readonly onChoose: (row: RelatedRow) => void;
}

export const choiceId = (listId: string, index: number): string => `${listId}-${index}`;

/** The list below a search box. The box keeps the focus and its keys; this list shows, and takes clicks. */
export const ChoiceList = ({ id, choices, active, onChoose }: ChoiceListProps) => {
  const { t } = useLanguage();
  if (choices === null || choices.length === 0) {
    return <p className="choices hint">{t(choices === null ? 'loading' : 'relation.none')}</p>;
  }
  return (
    <div id={id} className="choices" role="listbox" aria-label={t('relation.search')} tabIndex={-1}>
      {choices.map((row, index) => (
        // The keys are those of the box, which has the focus: arrows, Enter, Escape.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={row.documentId}
          id={choiceId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          ref={(option) => {
            if (index === active) option?.scrollIntoView({ block: 'nearest' });
          }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(row)}
        >
          {row.label}
        </div>
      ))}
    </div>
  );
};
