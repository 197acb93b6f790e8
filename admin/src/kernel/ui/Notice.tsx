import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { fieldErrorMark } from '../strapi/fieldError';

const looks = {
  danger: { ground: 'danger100', frame: 'danger200', icon: 'danger600', text: 'danger700', button: 'danger-light' },
  warning: { ground: 'warning100', frame: 'warning200', icon: 'warning600', text: 'neutral800', button: 'tertiary' },
} as const;

interface NoticeProps {
  /** A failure, or something that is allowed and deserves a second look. */
  tone?: keyof typeof looks;
  role?: 'alert' | 'status' | 'note';
  action?: { label: string; run: () => void } | null;
  children: React.ReactNode;
}

/** Something to be told where it happened, with what can be done about it. */
export const Notice = ({ tone = 'danger', role = 'alert', action = null, children }: NoticeProps) => {
  const look = looks[tone];
  return (
    <Flex
      role={role}
      background={look.ground}
      borderColor={look.frame}
      hasRadius
      padding={role === 'note' ? 3 : 4}
      gap={3}
      justifyContent="space-between"
      wrap="wrap"
    >
      <Flex gap={3} alignItems="flex-start">
        <WarningCircle aria-hidden fill={look.icon} width="2rem" height="2rem" style={{ flexShrink: 0 }} />
        <Typography tag="div" textColor={look.text}>
          {children}
        </Typography>
      </Flex>
      {action !== null && (
        <Button type="button" variant={look.button} size="S" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </Flex>
  );
};

/** A note below the thing that it is about. */
export interface Note {
  tone: keyof typeof looks;
  text: string;
}

/** What is wrong with something, or only deserves a second look, a line each. */
export const Notes = ({ notes }: { notes: readonly Note[] }) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
    {notes.map(({ tone, text }) => (
      <Flex key={text} tag="li" gap={2} alignItems="flex-start">
        <WarningCircle fill={looks[tone].icon} width="1.6rem" height="1.6rem" aria-hidden style={{ flexShrink: 0 }} />
        <Typography variant="pi" textColor={looks[tone].text}>
          {text}
        </Typography>
      </Flex>
    ))}
  </Flex>
);

/** What is wrong with what stands above it. */
export const ErrorText = ({ children }: { children: React.ReactNode }) => (
  <Box>
    <Typography role="alert" variant="pi" textColor="danger600" {...fieldErrorMark}>
      {children}
    </Typography>
  </Box>
);
