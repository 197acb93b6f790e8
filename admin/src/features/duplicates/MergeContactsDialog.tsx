import * as React from 'react';
import { Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { Contact } from '../../../../contract/contacts';
import type { MergedField } from '../../../../contract/duplicates';
import { callApi } from '../../kernel/api';
import { Comparison } from '../../kernel/comparison';
import type { Checked } from '../../kernel/form/issues';
import { useForm } from '../../kernel/form/useForm';
import { fullName } from '../../kernel/fullName';
import { useTranslate } from '../../kernel/translate';
import { FormPart, Modal, ModalPart } from '../../kernel/ui/FormModal';
import { ModalSection } from '../../kernel/ui/Section';
import { bothLoaded, useData } from '../../kernel/useData';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { pairOf, personOf, type Pair } from './pair';

interface Values {
  taken: readonly MergedField[];
}

/** Whether taken or not, all is well with it. */
const accept = ({ taken }: Values): Checked<MergedField[]> => ({ kind: 'accepted', value: [...taken] });

interface MergeFormProps {
  pair: Pair;
  onReload: () => void;
  onClose: () => void;
}

const MergeForm = ({ pair: { kept, merged }, onReload, onClose }: MergeFormProps) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  const { toggleNotification } = useNotification();
  const form = useForm<Values, MergedField[]>({
    initial: { taken: [] },
    check: accept,
    send: async (taken) => {
      const { contact } = await callApi('MergeContacts', {
        body: {
          kept: kept.documentId,
          merged: merged.documentId,
          seen: { kept: kept.updatedAt, merged: merged.updatedAt },
          taken,
        },
      });
      toggleNotification({ type: 'success', message: translate('duplicates.merged', { name: fullName(contact) }) });
      onClose();
    },
    wordsOf: () => '',
  });
  const since = ({ updatedAt }: Contact) => formatDate(updatedAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <FormPart
      form={form}
      submitLabel={translate('comparison.merge')}
      conflict={{ text: translate('duplicates.conflict'), reload: onReload }}
    >
      <ModalSection title={translate('comparison.title', { name: fullName(kept), other: fullName(merged) })}>
        <Typography>{translate('duplicates.whatComes')}</Typography>
      </ModalSection>
      <Comparison
        held={{ person: personOf(kept), name: translate('duplicates.kept', { when: since(kept) }) }}
        offered={{ person: personOf(merged), name: translate('duplicates.gone', { when: since(merged) }) }}
        taken={form.values.taken}
        onTake={(taken) => form.change({ taken })}
      />
    </FormPart>
  );
};

interface MergeContactsDialogProps {
  /** The one that is there longer first, where it is known. */
  contactIds: readonly [string, string];
  onClose: () => void;
}

/**
 * Two contacts, and what stays of each, before one is made of them. What is compared stays as it is until the reader asks for what was changed
 * meanwhile. Rendered only while open.
 */
export const MergeContactsDialog = ({ contactIds: [one, other], onClose }: MergeContactsDialogProps) => {
  const translate = useTranslate();
  const older = useData('GetContact', { params: { contactId: one } });
  const newer = useData('GetContact', { params: { contactId: other } });
  const both = bothLoaded(older, newer);
  const latest = both.value && pairOf(...both.value);
  const [compared, setCompared] = React.useState<Pair | null>(null);
  if (compared === null && latest !== null && !both.isLoading) setCompared(latest);
  const compareAgain = () => {
    both.reload();
    setCompared(null);
  };
  return (
    <Modal title={translate('duplicates.mergeTitle')} onClose={onClose}>
      {compared === null ? (
        <ModalPart>
          <LoadedView loaded={{ ...both, value: null }}>{() => null}</LoadedView>
        </ModalPart>
      ) : (
        <MergeForm
          key={`${compared.kept.updatedAt} ${compared.merged.updatedAt}`}
          pair={compared}
          onReload={compareAgain}
          onClose={onClose}
        />
      )}
    </Modal>
  );
};
