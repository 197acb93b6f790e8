import { Flex, Typography } from '@strapi/design-system';
import type { ContactAccess } from '../../../../contract/access';
import type { Permission } from '../../../../contract/routes';
import { useTranslate } from '../../kernel/translate';
import { RadioField } from '../../kernel/ui/choices';
import { ModalSection } from '../../kernel/ui/Section';
import type { AccessDraft } from './draft';
import { KeyActions } from './KeyActions';
import { KeyFacts } from './KeyFacts';
import { KeyLink } from './KeyLink';
import type { AccessDialogModel } from './useAccessDialog';
import { useMailStatus } from './useMailStatus';

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
