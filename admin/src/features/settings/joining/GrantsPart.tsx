import { Flex } from '@strapi/design-system';
import type { Loaded } from '../../../kernel/useData';
import { useTranslate } from '../../../kernel/translate';
import { LoadedView } from '../../../kernel/ui/LoadedView';
import { ErrorText } from '../../../kernel/ui/Notice';
import { grantsDraftOf, GrantsFields, grantsOf, type Choices } from '../../contact-access';
import { offered, type Grants } from './grants';

interface Props {
  choices: Loaded<Choices>;
  grants: Grants;
  error?: string;
  onChange: (grants: Grants) => void;
}

/** The dual lists of what joiners are given. */
export const GrantsPart = ({ choices, grants, error, onChange }: Props) => {
  const translate = useTranslate();
  return (
    <LoadedView loaded={choices}>
      {(all) => (
        <Flex direction="column" alignItems="stretch">
          {error !== undefined && <ErrorText>{error}</ErrorText>}
          <GrantsFields
            choices={offered(all, grants, (id) => translate('settings.gone', { name: id }))}
            draft={grantsDraftOf(grants)}
            onChange={(draft) => onChange(grantsOf(draft))}
          />
        </Flex>
      )}
    </LoadedView>
  );
};
