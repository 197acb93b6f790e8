import { Menu } from '@strapi/design-system';
import type { BulkGuestAction } from '../../../../contract/bulk-guests';
import { useTranslate } from '../../kernel/translate';

interface BulkGuestsMenuProps {
  actions: readonly BulkGuestAction[];
  isDisabled: boolean;
  onChoose: (action: BulkGuestAction) => void;
}

/** What can be done with the selection. */
export const BulkGuestsMenu = ({ actions, isDisabled, onChoose }: BulkGuestsMenuProps) => {
  const translate = useTranslate();
  if (actions.length === 0) return null;
  return (
    <Menu.Root>
      <Menu.Trigger variant="default" size="S" disabled={isDisabled}>
        {translate('guests.bulk.title')}
      </Menu.Trigger>
      <Menu.Content popoverPlacement="top-start" maxHeight="min(48rem, 80vh)">
        {actions.map((action) => (
          <Menu.Item
            key={action}
            variant={action === 'delete' ? 'danger' : 'default'}
            onSelect={() => onChoose(action)}
          >
            {translate(`guests.bulk.${action}`)}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
};
