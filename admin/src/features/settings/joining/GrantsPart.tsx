import { Box, Loader, Typography } from '@strapi/design-system';
import { useErrorMessage } from '../../../kernel/errors';
import type { Loaded } from '../../../kernel/loaded';
import { Notice } from '../../../kernel/Notice';
import { useTranslate } from '../../../kernel/translate';
import { grantsDraftOf, GrantsFields, grantsOf, type Choices } from '../../access';
import { useSite } from '../site';
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
  const errorMessage = useErrorMessage();
  const { mayEdit } = useSite();
  if (choices.error !== null) {
    return (
      <Notice text={errorMessage(choices.error)} action={{ label: translate('settings.retry'), run: choices.reload }} />
    );
  }
  if (choices.value === null) return <Loader>{translate('settings.loading')}</Loader>;
  return (
    <Box>
      {error !== undefined && (
        <Typography tag="p" variant="pi" textColor="danger600" data-strapi-field-error>
          {error}
        </Typography>
      )}
      <GrantsFields
        choices={offered(choices.value, grants, (id) => translate('settings.gone', { name: id }))}
        draft={grantsDraftOf(grants)}
        disabled={!mayEdit}
        onChange={(draft) => onChange(grantsOf(draft))}
      />
    </Box>
  );
};
