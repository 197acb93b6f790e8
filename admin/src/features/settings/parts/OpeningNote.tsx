import { useTranslate } from '../../../kernel/translate';
import { useSite } from '../site';
import { Caution } from './Caution';

/** Says to whoever may change the settings and manages no accesses that they can take away here, and not open. */
export const OpeningNote = () => {
  const translate = useTranslate();
  const { mayEdit, mayOpen } = useSite();
  return mayEdit && !mayOpen ? <Caution text={translate('settings.mayNotOpen')} /> : null;
};
