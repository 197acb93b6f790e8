import * as React from 'react';
import { flushSync } from 'react-dom';
import { Combobox as DesignSystemCombobox } from '@strapi/design-system';

interface Props extends Omit<React.ComponentProps<typeof DesignSystemCombobox>, 'open' | 'onOpenChange'> {
  /** The list opens with each change of what stands in the box; otherwise as the design system does, as a key is let go. */
  opensOnInput?: boolean;
}

/**
 * The design system's combobox, but for keys that it keeps to itself: Escape closes the list, and where there is none, the
 * dialog around it, and empties nothing; Tab closes the list and goes on.
 */
export const Combobox = ({ opensOnInput = false, onInputChange, ...props }: Props) => {
  const [open, setOpen] = React.useState(false);
  const onKeyDownCapture = (event: React.KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
    }
    // Before the design system sees the key: it holds it back while the list is open.
    if (event.key === 'Tab') flushSync(() => setOpen(false));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // For the design system alone, which would empty the field: the browser's event goes on to the dialog.
    if (event.key === 'Escape') Object.assign(event, { defaultPrevented: true });
  };
  return (
    <DesignSystemCombobox
      {...props}
      open={open}
      onOpenChange={setOpen}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onKeyDown}
      onInputChange={(event) => {
        if (opensOnInput) setOpen(true);
        onInputChange?.(event);
      }}
    />
  );
};
