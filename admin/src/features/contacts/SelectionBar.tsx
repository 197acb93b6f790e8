import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useNotification } from '@strapi/strapi/admin';
import { useErrorMessage } from '../../kernel/errors';
import { useTranslate } from '../../kernel/translate';
import type { ContactSelection } from './useSelection';

interface SelectionBarProps {
  selection: ContactSelection;
  /** How many contacts the filter leaves. */
  total: number;
  /** What can be done with the selection. */
  children: React.ReactNode;
}

/** Stays in sight above the rows while something is selected. */
const Bar = styled(Flex)<{ $isSticky: boolean }>`
  position: ${({ $isSticky }) => ($isSticky ? 'sticky' : 'static')};
  top: 0;
  z-index: 2;
  background: ${({ theme, $isSticky }) => ($isSticky ? theme.colors.primary100 : 'transparent')};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

/** "Sélectionner tous", "Désélectionner tous", how many are selected, and what can be done with them (O3). */
export const SelectionBar = ({ selection, total, children }: SelectionBarProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [isLoading, setLoading] = React.useState(false);
  const count = selection.ids.size;

  const selectAll = async () => {
    setLoading(true);
    try {
      const all = await selection.selectAll();
      if (all.selected < all.total) {
        toggleNotification({ type: 'warning', message: translate('contacts.selectionFull', { ...all }) });
      }
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(error) });
    }
    setLoading(false);
  };

  return (
    <Bar $isSticky={count > 0} gap={3} wrap="wrap" padding={count > 0 ? 3 : 0} marginBottom={3}>
      <Button size="S" variant="tertiary" loading={isLoading} disabled={total === 0} onClick={() => void selectAll()}>
        {translate('contacts.selectAll', { total })}
      </Button>
      <Button size="S" variant="tertiary" disabled={count === 0} onClick={selection.clear}>
        {translate('contacts.deselectAll')}
      </Button>
      <Typography variant="omega" textColor="neutral600" role="status">
        {count === 0 ? '' : translate('contacts.selected', { count })}
      </Typography>
      {children}
    </Bar>
  );
};
