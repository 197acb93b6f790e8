import { Box, Flex, Radio, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { ContactAccess } from '../../../../contract/access';
import type { Permission } from '../../../../contract/routes';
import { useTranslate } from '../../kernel/translate';
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
  const heading = React.useId();
  const { mail, key } = useMailStatus(access);
  return (
    <Box tag="section" aria-labelledby={heading}>
      <Typography id={heading} tag="h3" variant="delta">
        {translate('key.title')}
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={4} paddingTop={3}>
        <Radio.Group
          aria-labelledby={heading}
          value={draft.closed ? 'closed' : 'open'}
          onValueChange={(value) => model.change({ ...draft, closed: value === 'closed' })}
          disabled={!may('access.manage') || model.task !== null}
        >
          <Radio.Item value="closed">{translate('key.closed')}</Radio.Item>
          <Radio.Item value="open">{translate('key.open')}</Radio.Item>
        </Radio.Group>
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
    </Box>
  );
};
