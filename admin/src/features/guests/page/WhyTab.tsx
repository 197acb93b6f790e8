import { Typography } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import { LoadedView } from '../../../kernel/ui/LoadedView';
import { useChoices } from '../../contact-access';
import { Why } from '../../insight';

/** Why they see a row, or do not. */
export const WhyTab = ({ guestId }: { guestId: string }) => {
  const translate = useTranslate();
  return (
    <>
      <Typography tag="p" textColor="neutral600" paddingBottom={4}>
        {translate('insight.why.hint')}
      </Typography>
      <LoadedView loaded={useChoices()}>
        {({ contentTypes }) => <Why guestId={guestId} contentTypes={contentTypes} />}
      </LoadedView>
    </>
  );
};
