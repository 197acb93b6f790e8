import * as React from 'react';
import { useTranslate } from '../../kernel/translate';
import { Section } from '../../kernel/ui/Section';
import type { ImportPlan } from '../../../../contract/importing';
import { chosenFile, isSameFile, type HeldFile } from './held';
import { FileDrop } from './source/FileDrop';
import { useFileSize } from './source/useFileSize';
import { StepButtons } from './StepButtons';

interface FileAgainProps {
  plan: ImportPlan;
  back: { label: string; run: () => void };
  onHeld: (held: HeldFile) => void;
}

/** The browser holds the file no more, as after a reload: it has to be chosen again, to send the rest of it or to see its columns. */
export const FileAgain = ({ plan, back, onHeld }: FileAgainProps) => {
  const translate = useTranslate();
  const sizeOf = useFileSize();
  const [isOther, setOther] = React.useState(false);
  const { fileName: name, size, received } = plan;
  const take = (file: File) => {
    setOther(!isSameFile(file, plan));
    if (isSameFile(file, plan)) onHeld(chosenFile(file));
  };
  const values = { name, size: sizeOf(size), received: sizeOf(received) };
  return (
    <Section
      title={translate('imports.again')}
      hint={translate(received < size ? 'imports.again.rest' : 'imports.again.columns', values)}
    >
      <FileDrop
        hint={translate('imports.again.which', values)}
        error={isOther ? translate('imports.again.notSame', values) : null}
        onFile={take}
      />
      <StepButtons back={back} />
    </Section>
  );
};
