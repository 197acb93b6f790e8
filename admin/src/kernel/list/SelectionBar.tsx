import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useNotification } from '@strapi/strapi/admin';
import { useErrorMessage } from '../errors';
import { useTranslate } from '../translate';
import type { Selection } from './useSelection';

interface SelectionBarProps {
  selection: Selection;
  /** Whose words it speaks. */
  of: 'contacts' | 'guests';
  /** How many the filter leaves. */
  total: number;
  /** What can be done with the selection. */
  children: React.ReactNode;
}

/** In sight however long the page is; at the foot of the screen, as the panel's own header stands at its head. */
const Bar = styled(Flex)`
  position: sticky;
  bottom: 0;
  z-index: 2;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

/** "Sélectionner tous", "Désélectionner tous", how many are selected, and what can be done with them (O3). */
export const SelectionBar = ({ selection, of, total, children }: SelectionBarProps) => {
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
        toggleNotification({ type: 'warning', message: translate(`${of}.selectionFull`, { ...all }) });
      }
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(error) });
    }
    setLoading(false);
  };

  return (
    <Bar gap={2} wrap="wrap" padding={3} background={count > 0 ? 'primary100' : 'neutral100'}>
      <Button size="S" variant="tertiary" loading={isLoading} disabled={total === 0} onClick={() => void selectAll()}>
        {translate(`${of}.selectAll`, { total })}
      </Button>
      <Button size="S" variant="tertiary" disabled={count === 0} onClick={selection.clear}>
        {translate(`${of}.deselectAll`)}
      </Button>
      <Typography variant="omega" textColor="neutral600" role="status">
        {count === 0 ? '' : translate(`${of}.selected`, { count })}
      </Typography>
      {children}
    </Bar>
  );
};
