import * as React from 'react';
import { Box, SearchForm, Searchbar } from '@strapi/design-system';
import { useTranslate } from '../translate';

const pauseMs = 300;

interface SearchBoxProps {
  text: string;
  /** What is searched: the name of the box, and what stands in it while it is empty. */
  label: string;
  onSearch: (text: string) => void;
}

/** The search box of a list: searches when typing pauses, at once on Enter. */
export const SearchBox = ({ text, label, onSearch }: SearchBoxProps) => {
  const translate = useTranslate();
  const [typed, setTyped] = React.useState(text);
  const search = React.useRef(onSearch);
  search.current = onSearch;

  // The page's address may change by other means: back, "clear the filters".
  React.useEffect(() => setTyped(text), [text]);
  React.useEffect(() => {
    if (typed.trim() === text) return undefined;
    const timer = setTimeout(() => search.current(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, text]);

  return (
    <Box minWidth="28rem">
      <SearchForm
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
      >
        <Searchbar
          name="search"
          size="S"
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onClear={() => onSearch('')}
          clearLabel={translate('list.clearSearch')}
          placeholder={label}
        >
          {label}
        </Searchbar>
      </SearchForm>
    </Box>
  );
};
