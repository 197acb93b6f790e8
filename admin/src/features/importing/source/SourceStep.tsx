import { Flex } from '@strapi/design-system';
import { importSources, type ImportSource } from '../../../../../contract/importing';
import { useTranslate } from '../../../kernel/translate';
import { RadioField } from '../../../kernel/ui/choices';
import { Section } from '../../../kernel/ui/Section';
import { GoogleSource } from '../google/GoogleSource';
import { chosenFile, typedFile, type HeldFile } from '../held';
import { FileDrop } from './FileDrop';
import { emptyRows, type GridRow } from './grid';
import { TypedGrid } from './TypedGrid';

/** What was chosen and typed so far; it outlives this step. */
export interface SourceDraft {
  source: ImportSource;
  rows: readonly GridRow[];
}

const rowsAtFirst = 10;
export const firstSourceDraft: SourceDraft = { source: 'file', rows: emptyRows(rowsAtFirst) };

interface SourceStepProps {
  draft: SourceDraft;
  onChange: (draft: SourceDraft) => void;
  onHeld: (held: HeldFile) => void;
}

/** Where the people come from: a file, Google, or the keyboard. */
export const SourceStep = ({ draft, onChange, onHeld }: SourceStepProps) => {
  const translate = useTranslate();
  const { source, rows } = draft;
  const takeFile = (file: File) => onHeld(chosenFile(file));
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Section title={translate('imports.source')} hint={translate('imports.source.hint')}>
        <RadioField
          label={translate('imports.source')}
          value={source}
          options={importSources.map((one) => ({
            value: one,
            label: translate(`imports.source.${one}`),
            explanation: translate(`imports.source.${one}.hint`),
          }))}
          onChange={(chosen) => onChange({ ...draft, source: chosen })}
        />
      </Section>
      {source === 'google' && <GoogleSource rows={rows} onFile={takeFile} />}
      {source === 'typed' && (
        <TypedGrid
          rows={rows}
          onChange={(typed) => onChange({ ...draft, rows: typed })}
          onDone={() => onHeld(typedFile(rows, translate('imports.typed.name')))}
        />
      )}
      {source === 'file' && (
        <Section title={translate('imports.source.file')} hint={translate('imports.file.private')}>
          <FileDrop hint={translate('imports.file.kinds')} onFile={takeFile} />
        </Section>
      )}
    </Flex>
  );
};
