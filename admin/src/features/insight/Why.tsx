import * as React from 'react';
import { Box, Flex } from '@strapi/design-system';
import { useErrorMessage } from '../../kernel/errors';
import { useTranslate } from '../../kernel/translate';
import { SelectField } from '../../kernel/ui/fields';
import { Loading } from '../../kernel/ui/LoadedView';
import { Notice } from '../../kernel/ui/Notice';
import { useData } from '../../kernel/useData';
import { RowField } from './RowField';
import { WhyAnswer } from './WhyAnswer';

export interface WhyProps {
  guestId: string;
  /** The content types that guests can be given, and their names. */
  contentTypes: readonly { id: string; label: string }[];
}

/** Asks about a row, and says why a guest sees it or does not (N2). */
export const Why = ({ guestId, contentTypes }: WhyProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const [contentType, setContentType] = React.useState(contentTypes[0]?.id ?? '');
  const [documentId, choose] = React.useState<string | null>(null);
  const { value, error, isLoading, reload } = useData(
    'ExplainAccess',
    documentId === null ? null : { params: { guestId }, query: { contentType, documentId } }
  );
  const nameOf = (uid: string) => contentTypes.find(({ id }) => id === uid)?.label;
  // While another row is asked for the last answer stays, and it is not about that one.
  const explanation = isLoading || error !== null ? null : value;

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <SelectField
        name="contentType"
        label={translate('insight.why.contentType')}
        value={contentType}
        options={contentTypes.map(({ id, label }) => ({ value: id, label }))}
        onChange={(next) => {
          setContentType(next);
          choose(null);
        }}
      />
      <RowField key={contentType} contentType={contentType} onChoose={choose} />
      {error !== null && (
        <Notice action={{ label: translate('action.reload'), run: reload }}>{errorMessage(error)}</Notice>
      )}
      <Box role="status" aria-live="polite" aria-busy={isLoading && documentId !== null}>
        {documentId !== null && isLoading && explanation === null && <Loading />}
        {documentId !== null && explanation !== null && <WhyAnswer explanation={explanation} nameOf={nameOf} />}
      </Box>
    </Flex>
  );
};
