import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

const Chip = styled.button`
  display: inline-flex;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]}`};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 1.6rem;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  line-height: 1.6;
  cursor: pointer;
  &[aria-pressed='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 600;
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface FilterChipsProps<Value extends string> {
  label: string;
  /** Each with how many rows it leaves; null where nobody knows. */
  options: readonly { value: Value; label: string; count: number | null }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** Narrows the rows to one kind of them. A kind of which there are none is left out, but for the one that is chosen. */
export const FilterChips = <Value extends string>({ label, options, value, onChange }: FilterChipsProps<Value>) => {
  const { formatNumber } = useIntl();
  const shown = options.filter((option, index) => index === 0 || option.value === value || option.count !== 0);
  return (
    <Flex role="group" aria-label={label} gap={2} wrap="wrap">
      {shown.map((option) => (
        <Chip
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          <span>{option.label}</span>
          {option.count !== null && <span>{formatNumber(option.count)}</span>}
        </Chip>
      ))}
    </Flex>
  );
};
