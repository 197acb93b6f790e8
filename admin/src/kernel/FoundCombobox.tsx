import * as React from 'react';
import { Combobox } from './Combobox';

type Props = Omit<React.ComponentProps<typeof Combobox>, 'autocomplete' | 'isPrintableCharacter' | 'opensOnInput'>;

const never = () => false;

/**
 * A combobox of options that were found for what stands in the box, by the server or by `fold`. The design system's own
 * filter would hide some of them again: it knows neither apostrophes nor ligatures, and no contact by their telephone. It picks
 * nothing by itself.
 */
export const FoundCombobox = (props: Props) => (
  <Combobox
    {...props}
    autocomplete="none"
    opensOnInput
    // Typing would mark an option, and Enter would choose it.
    isPrintableCharacter={never}
  />
);
