import { Flex } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import { Loading } from '../../../kernel/ui/LoadedView';
import { Notice } from '../../../kernel/ui/Notice';
import { Section } from '../../../kernel/ui/Section';
import type { HeldFile, Reading } from '../held';
import { useFileSize } from '../source/useFileSize';
import { StepButtons } from '../StepButtons';
import { useImportError } from '../useTask';
import { FormatFields } from './FormatFields';
import { hasName, whenFormat } from './mapping';
import { PeoplePreview } from './PeoplePreview';
import { SampleTable } from './SampleTable';
import { useSample } from './useSample';

interface ColumnsStepProps {
  held: HeldFile;
  /** How it was read before, where it was. */
  before: Reading | null;
  back: { label: string; run: () => void };
  onDone: (reading: Reading) => void;
}

/** How the file is read, and what its columns hold: guessed, and changed before an example. */
export const ColumnsStep = ({ held, before, back, onDone }: ColumnsStepProps) => {
  const translate = useTranslate();
  const sizeOf = useFileSize();
  const messageOf = useImportError();
  const first = before === null ? {} : { format: before.format, mapping: before.mapping ?? undefined };
  const { sample, error, isLoading, say, retry } = useSample(held.file, first);
  if (error !== null) {
    return <Notice action={{ label: translate('action.reload'), run: retry }}>{messageOf(error)}</Notice>;
  }
  if (sample === null) return <Loading />;
  const { format, mapping, unreadable } = sample;
  if (unreadable !== null || format === null) {
    return (
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Notice>{translate(`imports.refusal.${unreadable ?? 'binary'}`)}</Notice>
        <StepButtons back={back} />
      </Flex>
    );
  }
  const isNamed = mapping === null || hasName(mapping);
  return (
    <Flex direction="column" alignItems="stretch" gap={6} aria-busy={isLoading}>
      <Section
        title={translate('imports.columns.format')}
        hint={translate('imports.columns.file', { name: held.file.name, size: sizeOf(held.file.size) })}
      >
        <FormatFields
          format={format}
          mapping={mapping}
          onFormat={(next) => say(whenFormat({ format, mapping }, next))}
          onMapping={(next) => say({ format, mapping: next })}
        />
      </Section>
      {mapping !== null && (
        <Section title={translate('imports.columns')} hint={translate('imports.columns.hint')}>
          <SampleTable sample={{ ...sample, mapping }} onMapping={(next) => say({ format, mapping: next })} />
          {!isNamed && (
            <Notice tone="warning" role="status">
              {translate('imports.columns.noName')}
            </Notice>
          )}
        </Section>
      )}
      <PeoplePreview rows={sample.rows} />
      <StepButtons
        back={back}
        next={{
          label: translate('imports.columns.done'),
          run: () => onDone({ format, mapping }),
          disabled: isLoading || !isNamed,
        }}
      />
    </Flex>
  );
};
