import * as React from 'react';
import { Button, Flex, Loader } from '@strapi/design-system';
import { RevealInvitationLink, type InvitationLink } from '../../../../contract/invitations';
import { callApi } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { useLoaded } from '../../kernel/loaded';
import { Notice } from '../../kernel/Notice';
import { useTranslate } from '../../kernel/translate';
import { Window } from '../../kernel/Window';
import { LinkField } from './LinkField';

interface RevealDialogProps {
  link: InvitationLink;
  onClose: () => void;
}

/** Shows a link again, where the site can. Rendered only while open. */
export const RevealDialog = ({ link, onClose }: RevealDialogProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { documentId } = link;
  const { value, error, reload } = useLoaded(
    React.useCallback(
      (signal: AbortSignal) => callApi(RevealInvitationLink, { params: { linkId: documentId }, signal }),
      [documentId]
    )
  );
  return (
    <Window
      title={link.name}
      onClose={onClose}
      footer={(close) => (
        <Button type="button" variant="tertiary" onClick={close}>
          {translate('action.close')}
        </Button>
      )}
    >
      {value !== null ? (
        <LinkField link={link} url={value.url} />
      ) : error !== null ? (
        <Notice text={errorMessage(error)} action={{ label: translate('action.reload'), run: reload }} />
      ) : (
        <Flex justifyContent="center" padding={8}>
          <Loader>{translate('loading')}</Loader>
        </Flex>
      )}
    </Window>
  );
};
