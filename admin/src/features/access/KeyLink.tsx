import * as React from 'react';
import { Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { Check, Duplicate, Eye } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import type { AdminKey } from '../../../../contract/access';
import { useTranslate } from '../../kernel/translate';

interface KeyLinkProps {
  keyFacts: AdminKey | null;
  /** The link, while it is known. */
  link: string | null;
  onReveal: (() => void) | null;
  isBusy: boolean;
}

/** The link of the key with its copy button; where it is not known, the end of the key and why. */
export const KeyLink = ({ keyFacts, link, onReveal, isBusy }: KeyLinkProps) => {
  const translate = useTranslate();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const [copied, setCopied] = React.useState(false);
  React.useEffect(() => setCopied(false), [link]);

  if (link !== null) {
    const copyLink = async () => {
      const done = await copy(link);
      setCopied(done);
      toggleNotification(
        done
          ? { type: 'success', message: translate('key.copied') }
          : { type: 'warning', message: translate('key.notCopied') }
      );
    };
    return (
      <Field.Root name="keyLink" hint={keyFacts?.canReveal === false ? translate('key.shownOnce') : undefined}>
        <Field.Label>{translate('key.link')}</Field.Label>
        <Flex gap={2} wrap="wrap">
          <Box flex="1" minWidth="20rem">
            <Field.Input
              readOnly
              value={link}
              onFocus={(event) => event.target.select()}
              style={{ fontFamily: 'monospace' }}
            />
          </Box>
          <Button
            type="button"
            variant="secondary"
            startIcon={copied ? <Check aria-hidden /> : <Duplicate aria-hidden />}
            onClick={copyLink}
          >
            {translate(copied ? 'key.copiedShort' : 'key.copy')}
          </Button>
        </Flex>
        <Field.Hint />
      </Field.Root>
    );
  }
  if (keyFacts === null) return null;
  return (
    <Flex gap={3} wrap="wrap">
      <Typography tag="code" textColor="neutral800">{`gak_…${keyFacts.lastFour}`}</Typography>
      {onReveal === null ? (
        <Typography textColor="neutral600">{translate('key.notShownAgain')}</Typography>
      ) : (
        <Button
          type="button"
          variant="tertiary"
          size="S"
          startIcon={<Eye aria-hidden />}
          disabled={isBusy}
          onClick={onReveal}
        >
          {translate('key.reveal')}
        </Button>
      )}
    </Flex>
  );
};
