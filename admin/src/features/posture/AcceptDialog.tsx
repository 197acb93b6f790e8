import { Typography } from '@strapi/design-system';
import { AcceptFinding, reasonMax, type Finding } from '../../../../contract/posture';
import { callApi } from '../../kernel/api';
import { check } from '../../kernel/form/issues';
import { useForm, wordsBy } from '../../kernel/form/useForm';
import { useTranslate } from '../../kernel/translate';
import { TextField } from '../../kernel/ui/fields';
import { FormModal } from '../../kernel/ui/FormModal';
import { titleOf } from './words';

interface AcceptDialogProps {
  finding: Finding;
  onAccepted: () => void;
  /** It changed while the dialog was open: there is nothing here to go on with. */
  onClose: () => void;
}

/** Asks why something risky may stay as it is. Rendered only while open. */
export const AcceptDialog = ({ finding, onAccepted, onClose }: AcceptDialogProps) => {
  const translate = useTranslate();
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => check(AcceptFinding.body, { mark: finding.mark, reason }),
    send: async (body) => {
      await callApi('AcceptFinding', { params: { finding: finding.id }, body });
      onAccepted();
    },
    fields: ['reason'],
    wordsOf: (say, issue) =>
      issue.reason === 'max'
        ? say('posture.reason.max', { max: reasonMax })
        : wordsBy(({ reason }) => (reason === 'required' ? 'posture.reason.required' : 'posture.reason.invalid'))(
            say,
            issue
          ),
  });
  return (
    <FormModal
      title={translate('posture.acceptTitle')}
      form={form}
      submitLabel={translate('posture.acceptConfirm')}
      conflict={{ text: translate('posture.conflict'), reload: onClose }}
      onClose={onClose}
    >
      <Typography tag="p" fontWeight="semiBold">
        {titleOf(translate, finding)}
      </Typography>
      <Typography tag="p">{translate('posture.acceptIntro')}</Typography>
      <TextField
        name="reason"
        label={translate('posture.reason')}
        hint={translate('posture.reasonHint')}
        required
        value={form.values.reason}
        error={form.errorAt('reason')}
        onChange={(reason) => form.change({ reason })}
      />
    </FormModal>
  );
};
