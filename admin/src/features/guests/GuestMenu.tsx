import { Menu, VisuallyHidden } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useTranslate } from '../../kernel/translate';
import type { GuestAction } from './actions';

interface GuestMenuProps {
  name: string;
  actions: readonly GuestAction[];
  onChoose: (action: GuestAction) => void;
}

const endings: readonly GuestAction[] = ['refuse', 'delete'];

/** What can be done with one guest. */
export const GuestMenu = ({ name, actions, onChoose }: GuestMenuProps) => {
  const translate = useTranslate();
  if (actions.length === 0) return null;
  return (
    <Menu.Root>
      <Menu.Trigger size="S" variant="ghost" endIcon={null} paddingLeft={2} paddingRight={2}>
        <More aria-hidden />
        <VisuallyHidden tag="span">{translate('guests.actionsFor', { name })}</VisuallyHidden>
      </Menu.Trigger>
      <Menu.Content popoverPlacement="bottom-end">
        {actions.map((action) => (
          <Menu.Item
            key={action}
            variant={endings.includes(action) ? 'danger' : 'default'}
            onSelect={() => onChoose(action)}
          >
            {translate(`guests.action.${action}`)}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
};
