import * as React from 'react';
import { IconButton, Menu } from '@strapi/design-system';
import { More } from '@strapi/icons';
import type { Permission } from '../../../../contract/routes';
import { useTranslate } from '../../kernel/translate';
import { isBeyond, type GuestAction } from './actions';

/** What a guest's menu leads to, beside what it does. */
export type GuestTool = 'access' | 'preview';

interface GuestMenuProps {
  name: string;
  tools: readonly GuestTool[];
  actions: readonly GuestAction[];
  may: (permission: Permission) => boolean;
  onTool: (tool: GuestTool) => void;
  onChoose: (action: GuestAction) => void;
}

const endings: readonly GuestAction[] = ['refuse', 'delete'];

/** What can be done with one guest. */
export const GuestMenu = ({ name, tools, actions, may, onTool, onChoose }: GuestMenuProps) => {
  const translate = useTranslate();
  const [isOpen, setOpen] = React.useState(false);
  // The table around it takes the key for itself, and the menu would stay open.
  const closeOnEscape = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    setOpen(false);
  };
  if (tools.length === 0 && actions.length === 0) return null;
  return (
    <Menu.Root open={isOpen} onOpenChange={setOpen}>
      <Menu.Trigger
        tag={IconButton}
        variant="ghost"
        icon={<More aria-hidden />}
        label={translate('guests.actionsFor', { name })}
      />
      <Menu.Content popoverPlacement="bottom-end" maxHeight="min(48rem, 80vh)" onKeyDown={closeOnEscape}>
        {tools.map((tool) => (
          <Menu.Item key={tool} onSelect={() => onTool(tool)}>
            {translate(`guests.tool.${tool}`)}
          </Menu.Item>
        ))}
        {tools.length > 0 && actions.length > 0 && <Menu.Separator />}
        {actions.map((action) => (
          <Menu.Item
            key={action}
            variant={endings.includes(action) ? 'danger' : 'default'}
            disabled={isBeyond(action, may)}
            onSelect={() => onChoose(action)}
          >
            {translate(`guests.action.${action}`)}
            {isBeyond(action, may) && ` (${translate('guests.takesManage')})`}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
};
