import * as React from 'react';
import { Combobox } from '@strapi/design-system';

type Props = Omit<
  React.ComponentProps<typeof Combobox>,
  'autocomplete' | 'open' | 'onOpenChange' | 'isPrintableCharacter'
>;

const never = () => false;

/**
 * A combobox of options that were found for what stands in the box, by the server or by `fold`. The design system's own
 * filter would hide some of them again: it knows neither apostrophes nor ligatures, and no contact by their telephone. It picks
 * nothing by itself.
 */
export const FoundCombobox = ({ onInputChange, ...props }: Props) => {
  const [open, setOpen] = React.useState(false);
  return (
    <Combobox
      {...props}
      autocomplete="none"
      // Typing would mark an option, and Enter would choose it.
      isPrintableCharacter={never}
      open={open}
      onOpenChange={setOpen}
      onInputChange={(event) => {
        setOpen(true);
        onInputChange?.(event);
      }}
    />
  );
};
