import { Flex, IconButton } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Duplicate, Eye, Pencil, Trash } from '@strapi/icons';
import { useTranslate } from '../../../kernel/translate';
import { useSite } from '../site';

/** What only some lists offer for their entries. */
export interface RowActions {
  onDuplicate?: () => void;
  /** Null where the entry cannot go further; both left out where the order means nothing. */
  onMoveUp?: (() => void) | null;
  onMoveDown?: (() => void) | null;
}

interface Props extends RowActions {
  /** Of the entry, for those who hear the buttons without seeing the row. */
  name: string;
  onEdit: () => void;
  onRemove: () => void;
}

// Not `disabled`: the button would lose the focus as its entry arrives at the end of the list.
const atTheEnd = { background: 'none', borderColor: 'transparent', opacity: 0.4 };

/** What can be done with one entry. Whoever may not edit can still look. */
export const RowButtons = ({ name, onEdit, onRemove, onDuplicate, onMoveUp, onMoveDown }: Props) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  if (!mayEdit) {
    return (
      <IconButton variant="ghost" label={translate('settings.entry.view', { name })} onClick={onEdit}>
        <Eye />
      </IconButton>
    );
  }
  return (
    <Flex gap={1} display="inline-flex">
      {onMoveUp !== undefined && (
        <IconButton
          variant="ghost"
          label={translate('settings.entry.up', { name })}
          aria-disabled={onMoveUp === null}
          style={onMoveUp === null ? atTheEnd : undefined}
          onClick={() => onMoveUp?.()}
        >
          <ArrowUp />
        </IconButton>
      )}
      {onMoveDown !== undefined && (
        <IconButton
          variant="ghost"
          label={translate('settings.entry.down', { name })}
          aria-disabled={onMoveDown === null}
          style={onMoveDown === null ? atTheEnd : undefined}
          onClick={() => onMoveDown?.()}
        >
          <ArrowDown />
        </IconButton>
      )}
      <IconButton variant="ghost" label={translate('settings.entry.edit', { name })} onClick={onEdit}>
        <Pencil />
      </IconButton>
      {onDuplicate !== undefined && (
        <IconButton variant="ghost" label={translate('settings.entry.duplicate', { name })} onClick={onDuplicate}>
          <Duplicate />
        </IconButton>
      )}
      <IconButton variant="ghost" label={translate('settings.entry.remove', { name })} onClick={onRemove}>
        <Trash />
      </IconButton>
    </Flex>
  );
};
