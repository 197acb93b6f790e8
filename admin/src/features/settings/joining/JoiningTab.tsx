import type { SettingsTabProps } from '../tabProps';
import { useIssueTexts } from '../words';
import { DomainsSection } from './DomainsSection';
import { EverybodySection } from './EverybodySection';
import { OpeningNote } from '../OpeningNote';
import { ModeSection } from './ModeSection';
import { NotifySection } from './NotifySection';
import { useJoiningChoices } from './useJoiningChoices';

/** Who may join by themself (P4), what they get, and who is told. */
export const JoiningTab = ({ values, change, verdicts }: SettingsTabProps) => {
  const errorAt = useIssueTexts(verdicts.issues);
  const { joining, accessTypes } = values;
  const choices = useJoiningChoices(accessTypes);
  const part = {
    joining,
    accessTypes,
    choices,
    verdicts,
    errorAt: (place: string) => errorAt(`joining.${place}`),
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
