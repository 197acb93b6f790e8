import { Th, Typography } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { styled } from 'styled-components';
import { useTranslate } from '../translate';

const SortButton = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[1]};
  padding: ${({ theme }) => theme.spaces[1]};
  margin-left: -${({ theme }) => theme.spaces[1]};
  background: transparent;
  border: none;
  cursor: pointer;
  border-radius: ${({ theme }) => theme.borderRadius};
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
  svg {
    width: 1rem;
    height: 1rem;
    fill: ${({ theme }) => theme.colors.neutral500};
  }
`;

interface SortHeaderProps<Field extends string> {
  field: Field;
  label: string;
  /** How the list is sorted. */
  query: { sort: Field; direction: 'asc' | 'desc' };
  onSort: (field: Field) => void;
}

/** The head of a column that a list can be sorted by; a button, so that the keyboard reaches it. */
export const SortHeader = <Field extends string>({ field, label, query, onSort }: SortHeaderProps<Field>) => {
  const translate = useTranslate();
  const isSorted = query.sort === field;
  const isUp = query.direction === 'asc';
  return (
    <Th role="columnheader" aria-sort={isSorted ? (isUp ? 'ascending' : 'descending') : 'none'}>
      <SortButton type="button" title={translate('list.sortBy', { label })} onClick={() => onSort(field)}>
        <Typography tag="span" variant="sigma" textColor="neutral600">
          {label}
        </Typography>
        {isSorted && <CaretDown aria-hidden style={{ transform: isUp ? 'rotate(180deg)' : undefined }} />}
      </SortButton>
    </Th>
  );
};
