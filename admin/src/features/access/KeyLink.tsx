import { Button, Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import type { AdminKey } from '../../../../contract/access';
import { CopyField } from '../../kernel/ui/CopyField';
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
  if (link !== null) {
    return (
      <CopyField
        name="keyLink"
        label={translate('key.link')}
        value={link}
        hint={keyFacts?.canReveal === false ? translate('key.shownOnce') : undefined}
        copiedText={translate('key.copied')}
      />
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
