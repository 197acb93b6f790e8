import { useLanguage } from '../language/LanguageProvider';
import type { MessageKey } from '../language/translations';
import { Card } from '../page/Card';
import { useSession, type Absence } from './SessionProvider';

const texts: Readonly<Record<Absence, { title: MessageKey; text: MessageKey }>> = {
  never: { title: 'open.title', text: 'open.text' },
  ended: { title: 'ended.title', text: 'ended.text' },
  left: { title: 'left.title', text: 'left.text' },
  off: { title: 'off.title', text: 'off.text' },
};

/** What to do for somebody who is not logged in. */
export const AbsencePage = ({ why }: { readonly why: Absence }) => {
  const { t } = useLanguage();
  const { siteName } = useSession();
  return (
    <Card title={t(texts[why].title)}>
      <p>{t(texts[why].text, { site: siteName })}</p>
    </Card>
  );
};
