import { useTranslate } from '../../../kernel/translate';
import { issueAt } from '../issues';
import type { Part } from '../part';
import { issueText } from '../words';
import { DomainsSection } from './DomainsSection';
import { EverybodySection } from './EverybodySection';
import { OpeningNote } from '../parts/OpeningNote';
import { ModeSection } from './ModeSection';
import { NotifySection } from './NotifySection';
import { useJoiningChoices } from './useJoiningChoices';

/** Who may join by himself (P4), what he gets, and who is told. */
export const JoiningTab = ({ values, change, verdicts }: Part) => {
  const translate = useTranslate();
  const { joining, accessTypes } = values;
  const choices = useJoiningChoices(accessTypes);
  const part = {
    joining,
    accessTypes,
    choices,
    verdicts,
    errorAt: (place: string) => issueText(translate, issueAt(verdicts.issues, `joining.${place}`)),
    onChange: (changed: Partial<typeof joining>) => change('joining', { ...joining, ...changed }),
  };
  return (
    <>
      <OpeningNote tab="joining" issues={verdicts.issues} />
      <ModeSection {...part} />
      <DomainsSection {...part} />
      <EverybodySection {...part} />
      <NotifySection {...part} />
    </>
  );
};
