import { Button, Flex, Typography } from '@strapi/design-system';
import type { Permission } from '../../../../../contract/routes';
import { useTranslate, type TextKey } from '../../../kernel/translate';
import type { Choice } from './choices';
import type { RowSelection } from './useRowSelection';

interface BulkBarProps {
  selection: RowSelection;
  /** The rows of this page. */
  pageIds: readonly number[];
  /** How many the filter leaves. */
  total: number;
  isBusy: boolean;
  may: (permission: Permission) => boolean;
  onChoose: (choice: Choice) => void;
  onMerge: () => void;
}

const guestChoices: readonly (readonly [TextKey, Choice])[] = [
  ['imports.bulk.guest', { isGuest: true }],
  ['imports.bulk.noGuest', { isGuest: false }],
];

/** What is ticked, and what is decided on all of it together. */
export const BulkBar = ({ selection, pageIds, total, isBusy, may, onChoose, onMerge }: BulkBarProps) => {
  const translate = useTranslate();
  const { selected } = selection;
  const count = selected.kind === 'all' ? total : selected.ids.size;
  const disabled = isBusy || count === 0;
  const choiceButton = ([text, choice]: readonly [TextKey, Choice]) => (
    <Button key={text} size="S" variant="secondary" disabled={disabled} onClick={() => onChoose(choice)}>
      {translate(text)}
    </Button>
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        <Button size="S" variant="tertiary" onClick={() => selection.tick(pageIds, true, pageIds)}>
          {translate('imports.bulk.page')}
        </Button>
        <Button size="S" variant="tertiary" onClick={selection.tickAll}>
          {translate('contacts.selectAll', { total })}
        </Button>
        <Button size="S" variant="tertiary" disabled={count === 0} onClick={selection.clear}>
          {translate('contacts.deselectAll')}
        </Button>
        <Typography role="status" variant="pi" textColor="neutral600">
          {translate('imports.bulk.selected', { count })}
        </Typography>
      </Flex>
      <Flex role="group" aria-label={translate('imports.bulk')} gap={2} wrap="wrap">
        {may('guests.create') && guestChoices.map(choiceButton)}
        {choiceButton(['imports.decision.add', { decision: 'add' }])}
        {may('contacts.update') && (
          <Button size="S" variant="secondary" disabled={disabled} onClick={onMerge}>
            {translate('imports.bulk.merge')}
          </Button>
        )}
        {choiceButton(['imports.decision.skip', { decision: 'skip' }])}
      </Flex>
    </Flex>
  );
};
