import * as React from 'react';
import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useTranslate } from '../translate';
import { useDisabled } from '../ui/fields';
import { ListPane } from './ListPane';
import { foldOptions, type Option } from './options';
import { usePane } from './usePane';

const Lists = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[3]};
  align-items: center;
  @media (max-width: 600px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const Arrows = styled(Flex)`
  flex-direction: column;
  @media (max-width: 600px) {
    flex-direction: row;
    justify-content: center;
    button {
      transform: rotate(90deg);
    }
  }
`;

/** Rows in sight: as many as there are options, within these bounds. */
const rowsMin = 4;
const rowsMax = 8;

interface DualListProps {
  /** What is chosen here, as the heading: "Projet". */
  title: string;
  options: readonly Option[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  disabled?: boolean;
}

/**
 * Two lists side by side: what there is, and what was chosen. `>>`, `<<`, a double click or Enter moves the selection
 * from one to the other; each list can be searched and selected whole.
 */
export const DualList = ({ title, options, chosen, onChange, disabled: own }: DualListProps) => {
  const disabled = useDisabled(own);
  const translate = useTranslate();
  const folded = React.useMemo(() => foldOptions(options), [options]);
  const left = usePane(React.useMemo(() => folded.filter(({ id }) => !chosen.has(id)), [folded, chosen]));
  const right = usePane(React.useMemo(() => folded.filter(({ id }) => chosen.has(id)), [folded, chosen]));
  const [said, say] = React.useState('');
  const heading = React.useId();
  const rows = Math.max(rowsMin, Math.min(options.length, rowsMax));

  const add = (ids: ReadonlySet<string>) => {
    onChange(new Set([...chosen, ...ids]));
    say(translate('dualList.added', { count: ids.size }));
  };
  const remove = (ids: ReadonlySet<string>) => {
    onChange(new Set([...chosen].filter((id) => !ids.has(id))));
    say(translate('dualList.removed', { count: ids.size }));
  };

  return (
    <Box tag="section" aria-labelledby={heading}>
      <Box paddingBottom={2}>
        <Typography id={heading} tag="h3" variant="delta">
          {title}
        </Typography>
      </Box>
      <Lists>
        <ListPane
          caption={translate('dualList.available', { count: left.total })}
          label={translate('dualList.availableOf', { title })}
          pane={left}
          onMove={add}
          rows={rows}
          disabled={disabled}
        />
        <Arrows gap={2}>
          <Button
            type="button"
            variant="secondary"
            size="S"
            disabled={disabled || left.selection.ids.size === 0}
            aria-label={translate('dualList.addTo', { title })}
            onClick={() => {
              add(left.selection.ids);
              left.focus();
            }}
          >
            {'>>'}
          </Button>
          <Button
            type="button"
            variant="secondary"
            size="S"
            disabled={disabled || right.selection.ids.size === 0}
            aria-label={translate('dualList.removeFrom', { title })}
            onClick={() => {
              remove(right.selection.ids);
              right.focus();
            }}
          >
            {'<<'}
          </Button>
        </Arrows>
        <ListPane
          caption={translate('dualList.chosen', { count: right.total })}
          label={translate('dualList.chosenOf', { title })}
          pane={right}
          onMove={remove}
          rows={rows}
          disabled={disabled}
        />
      </Lists>
      <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>
    </Box>
  );
};
