import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { GetAccessChoices } from '../../../../../contract/access';
import type { ResponseOf } from '../../../../../contract/endpoint';
import { labelIn } from '../../../../../contract/locales';
import { callApi } from '../../../kernel/api';
import { useErrorMessage } from '../../../kernel/errors';
import type { PairedContact } from '../../../kernel/grants';
import { useLanguage } from '../../../kernel/language';
import { useTranslate } from '../../../kernel/translate';
import { Modal, ModalPart } from '../../../kernel/ui/FormModal';
import { LoadedView } from '../../../kernel/ui/LoadedView';
import { Notice } from '../../../kernel/ui/Notice';
import { useData } from '../../../kernel/useData';
import { ContactSearch } from '../ContactSearch';

interface GiveAccessDialogProps {
  contentType: string;
  documentId: string;
  /** Opens the access of a contact above this window. */
  onOpen: (contactId: string) => void;
  onClose: () => void;
}

type Choices = ResponseOf<typeof GetAccessChoices>;

/** What giving access to a row means: the row is granted, or an access is needed that leads to it. */
const Explanation = ({ contentType, choices }: { contentType: string; choices: Choices }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const isGranted = choices.resourceTypes.some((type) => type.contentType === contentType);
  if (isGranted) return <Typography>{translate('access.give.grant')}</Typography>;
  const names = choices.accessTypes
    .filter((type) => type.contentType === contentType)
    .map(({ labels }) => translate('access.give.name', { name: labelIn(labels, language) }));
  return <Typography>{translate('access.give.needs', { count: names.length, names: names.join(', ') })}</Typography>;
};

/** "Donner accès": to the guest of a contact. A row of a resource type is granted; for any other their access is opened. */
export const GiveAccessDialog = ({ contentType, documentId, onOpen, onClose }: GiveAccessDialogProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const choices = useData('GetAccessChoices', {});
  const [contact, pick] = React.useState<PairedContact | null>(null);
  const [isGranting, setGranting] = React.useState(false);
  const [error, setError] = React.useState<unknown>(null);
  const isGrantable = choices.value?.resourceTypes.some((type) => type.contentType === contentType) ?? false;

  const grant = async ({ documentId: contactId, name }: PairedContact) => {
    setGranting(true);
    setError(null);
    try {
      const resources = [{ contentType, documentIds: [documentId] }];
      await callApi('GrantAccessInBulk', { body: { contactIds: [contactId], resources, accessTypes: [] } });
      toggleNotification({ type: 'success', message: translate('access.give.done', { name }) });
      onClose();
    } catch (failure) {
      setError(failure);
      setGranting(false);
    }
  };
  const buttons = (close: () => void) => (
    <>
      <Button type="button" variant="tertiary" onClick={close}>
        {translate('action.close')}
      </Button>
      {isGrantable ? (
        <Button
          type="button"
          loading={isGranting}
          disabled={contact === null || isGranting}
          onClick={() => contact && void grant(contact)}
        >
          {translate('access.give')}
        </Button>
      ) : (
        <Button type="button" disabled={contact === null} onClick={() => contact && onOpen(contact.documentId)}>
          {translate('access.give.open')}
        </Button>
      )}
    </>
  );
  return (
    <Modal title={translate('access.give.title')} onClose={onClose}>
      <ModalPart footer={buttons}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {error !== null && <Notice>{errorMessage(error)}</Notice>}
          <LoadedView loaded={choices}>
            {(value) => <Explanation contentType={contentType} choices={value} />}
          </LoadedView>
          <ContactSearch label={translate('access.give.contact')} taken={new Set()} onPick={pick} />
          {contact !== null && (
            <Typography role="status" fontWeight="bold">
              {contact.name}
            </Typography>
          )}
        </Flex>
      </ModalPart>
    </Modal>
  );
};
