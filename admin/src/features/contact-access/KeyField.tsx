import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { AdminKey, ContactAccess } from '../../../../contract/contact-access';
import type { Permission } from '../../../../contract/routes';
import { useTranslate } from '../../kernel/translate';
import { RadioField } from '../../kernel/ui/choices';
import { CopyField } from '../../kernel/ui/CopyField';
import { ModalSection } from '../../kernel/ui/Section';
import type { AccessDraft } from './draft';
import { KeyActions } from './KeyActions';
import type { AccessDialogModel } from './useAccessDialog';
import { useMailStatus } from './useMailStatus';

interface KeyFactsProps {
  keyFacts: AdminKey | null;
  mail: ContactAccess['mail'];
}

/** When the key was made, used and mailed. */
const KeyFacts = ({ keyFacts, mail }: KeyFactsProps) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  const when = (instant: string) => formatDate(instant, { dateStyle: 'short', timeStyle: 'short' });
  const facts: string[] = [];
  if (keyFacts !== null) {
    facts.push(translate('key.createdAt', { when: when(keyFacts.createdAt) }));
    facts.push(
      keyFacts.lastUsedAt === null
        ? translate('key.neverUsed')
        : translate('key.lastUsedAt', { when: when(keyFacts.lastUsedAt) })
    );
    if (keyFacts.expiresAt !== null) facts.push(translate('key.expiresAt', { when: when(keyFacts.expiresAt) }));
  }
  return (
    <Box>
      {facts.length > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {facts.join(' · ')}
        </Typography>
      )}
      <Typography
        tag="p"
        variant="pi"
        role="status"
        textColor={mail?.status === 'failed' ? 'danger600' : mail?.status === 'sent' ? 'success700' : 'neutral600'}
      >
        {mail === null ? '' : translate(`key.mail.${mail.status}`, { when: when(mail.at) })}
      </Typography>
    </Box>
  );
};

interface KeyLinkProps {
  keyFacts: AdminKey | null;
  /** The link, while it is known. */
  link: string | null;
  onReveal: (() => void) | null;
  isBusy: boolean;
}

/** The link of the key with its copy button; where it is not known, the end of the key and why. */
const KeyLink = ({ keyFacts, link, onReveal, isBusy }: KeyLinkProps) => {
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

interface KeyFieldProps {
  access: ContactAccess;
  draft: AccessDraft;
  model: AccessDialogModel;
  may: (permission: Permission) => boolean;
}

/** "Clé d'accès": closed, or open with the link; and what can be done with the key. */
export const KeyField = ({ access, draft, model, may }: KeyFieldProps) => {
  const translate = useTranslate();
  const { mail, key } = useMailStatus(access);
  return (
    <ModalSection title={translate('key.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <RadioField
          label={translate('key.title')}
          value={draft.closed ? 'closed' : 'open'}
          options={(['closed', 'open'] as const).map((value) => ({ value, label: translate(`key.${value}`) }))}
          onChange={(value) => model.change({ ...draft, closed: value === 'closed' })}
          disabled={!may('access.manage') || model.task !== null}
        />
        <KeyLink
          keyFacts={key}
          link={model.link}
          onReveal={may('keys.issue') && access.key?.canReveal === true ? () => void model.reveal() : null}
          isBusy={model.task !== null}
        />
        {access.key === null && <Typography textColor="neutral600">{translate('key.none')}</Typography>}
        <KeyFacts keyFacts={key} mail={mail} />
        <KeyActions access={access} model={model} may={may} />
      </Flex>
    </ModalSection>
  );
};
