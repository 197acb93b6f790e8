import { joiningDomain, type JoiningDomain } from '../../../../../contract';
import type { Loaded } from '../../../kernel/useData';
import { useTranslate } from '../../../kernel/translate';
import type { Choices } from '../../contact-access';
import { check, type Checked, type Issue } from '../../../kernel/form/issues';
import { FormModal } from '../../../kernel/ui/FormModal';
import type { EditorProps } from '../EntryList';
import { TextField } from '../../../kernel/ui/fields';
import { useSite } from '../site';
import { useEntryForm } from '../useEntryForm';
import { newDomain } from './domains';
import { GrantsPart } from './GrantsPart';
import { useDomainVerdicts } from './useDomainVerdicts';

interface Props extends EditorProps<JoiningDomain> {
  choices: Loaded<Choices>;
  issues: readonly Issue[];
  /** The other domains. */
  taken: readonly string[];
}

const checkWith = (taken: readonly string[], draft: JoiningDomain): Checked<JoiningDomain> => {
  const checked = check(joiningDomain, draft);
  if (!taken.includes(draft.domain)) return checked;
  return { kind: 'refused', issues: [{ path: 'domain', reason: 'distinct', params: {}, message: '' }] };
};

/** Edits one domain, and what its people get beside the others. */
export const DomainEditor = ({ entry, issues, taken, choices, onFinish, onClose }: Props) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const form = useEntryForm({
    entry,
    empty: () => newDomain(''),
    issues,
    check: (draft) => checkWith(taken, draft),
    onFinish,
    onClose,
  });
  const { values: draft, change, errorAt } = form;
  const { problem, caution } = useDomainVerdicts([draft.domain])(draft.domain);
  return (
    <FormModal
      title={translate('settings.domains.edit')}
      form={form}
      isEditable={mayEdit}
      submitLabel={translate('settings.finish')}
      onClose={onClose}
    >
      <TextField
        name="domain"
        label={translate('settings.column.domain')}
        hint={caution ?? translate('settings.domains.domain.hint')}
        required
        value={draft.domain}
        error={errorAt('domain') ?? problem}
        onChange={(domain) => change({ domain: domain.trim().toLowerCase() })}
      />
      <GrantsPart
        choices={choices}
        grants={draft}
        error={errorAt('resources') ?? errorAt('accessTypes')}
        onChange={change}
      />
    </FormModal>
  );
};
