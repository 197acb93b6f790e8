import { useEffect, useState } from 'react';
import { useLanguage } from '../language/LanguageProvider';

const pauseMilliseconds = 300;

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (search: string) => void;
}

/** Searches as one types, after a short pause; Enter does it at once. */
export const SearchBox = ({ label, value, onSearch }: SearchBoxProps) => {
  const { t } = useLanguage();
  const [text, setText] = useState(value);

  // The back button changes the search from outside.
  useEffect(() => setText((typed) => (typed.trim() === value ? typed : value)), [value]);

  useEffect(() => {
    const search = text.trim();
    if (search === value) return;
    const timer = setTimeout(() => onSearch(search), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);

  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <input
        type="search"
        aria-label={label}
        placeholder={t('list.searchLabel')}
        value={text}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
      />
    </form>
  );
};
