import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

/** Something said of an entry: what is wrong, or only deserves a second look. */
export interface Note {
  tone: 'danger' | 'warning';
  text: string;
}

const colours = {
  danger: { icon: 'danger600', text: 'danger700' },
  warning: { icon: 'warning600', text: 'neutral800' },
} as const;

/** Below an entry: why it is closed, what the server refused of it, and what deserves a second look. */
export const EntryNotes = ({ notes }: { notes: readonly Note[] }) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
    {notes.map(({ tone, text }) => (
      <Flex key={text} tag="li" gap={2} alignItems="flex-start">
        <WarningCircle fill={colours[tone].icon} width="1.6rem" height="1.6rem" aria-hidden style={{ flexShrink: 0 }} />
        <Typography variant="pi" textColor={colours[tone].text}>
          {text}
        </Typography>
      </Flex>
    ))}
  </Flex>
);
