import { Button, Flex, Typography } from '@strapi/design-system';
import type { TrailLine } from '../../../../contract/trail';
import { ListTable, Moment, type Column } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { Sentence } from './Sentence';

interface Props {
  label: string;
  lines: readonly TrailLine[];
  /** To what is older; null at the end. */
  onOlder: (() => void) | null;
  /** Back to the newest; null where they are shown. */
  onNewest: (() => void) | null;
}

const Network = ({ address }: TrailLine) => (
  <Typography textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
    {address ?? '—'}
  </Typography>
);

/** Lines of the trail, the newest first, and the way to the others. */
export const TrailLines = ({ label, lines, onOlder, onNewest }: Props) => {
  const translate = useTranslate();
  const columns: Column<TrailLine>[] = [
    { header: translate('trail.at'), cell: ({ at }) => <Moment at={at} /> },
    { header: translate('trail.what'), cell: (line) => <Sentence line={line} /> },
    ...(lines.some(({ address }) => address !== null) ? [{ header: translate('trail.address'), cell: Network }] : []),
    {
      header: translate('trail.place'),
      cell: ({ place }) => (
        <Typography textColor="neutral600" title={translate(place === null ? 'trail.place.none' : 'trail.place.hint')}>
          {place ?? '…'}
        </Typography>
      ),
    },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <ListTable label={label} rows={lines} keyOf={({ documentId }) => documentId} columns={columns} hasCards />
      {(onOlder ?? onNewest) && (
        <Flex gap={2} justifyContent="center">
          <Button variant="tertiary" size="S" disabled={onNewest === null} onClick={() => onNewest?.()}>
            {translate('trail.newest')}
          </Button>
          <Button variant="tertiary" size="S" disabled={onOlder === null} onClick={() => onOlder?.()}>
            {translate('trail.older')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
};
