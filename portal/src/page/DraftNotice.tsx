import { useLanguage } from '../language/LanguageProvider';
import type { MessageKey } from '../language/translations';
import type { Draft } from '../session/drafts';

interface DraftNoticeProps {
  readonly draft: Draft;
  readonly text: 'draft.restored' | 'draft.waiting';
  /** Whether what it is a change of has changed since. */
  readonly isStale?: boolean;
  readonly ways: readonly { readonly label: MessageKey; readonly take: () => void }[];
}

/** Says that something was typed and is not saved, since when, and what can be done with it. */
export const DraftNotice = ({ draft, text, isStale = false, ways }: DraftNoticeProps) => {
  const { t, locale } = useLanguage();
  const time = new Date(draft.at).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <div className="notice" role="status">
      <span>
        {t(text, { time })}
        {isStale && ` ${t('draft.changed')}`}
      </span>
      {ways.map(({ label, take }) => (
        <button key={label} type="button" className="button" onClick={take}>
          {t(label)}
        </button>
      ))}
    </div>
  );
};
