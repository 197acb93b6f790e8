import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { styled } from 'styled-components';
import { importBytesMax } from '../../../../../contract/importing';
import { useTranslate } from '../../../kernel/translate';
import { ErrorText } from '../../../kernel/ui/Notice';
import { useFileSize } from './useFileSize';

const Zone = styled(Flex)<{ $isOver: boolean }>`
  border: 1px dashed ${({ theme, $isOver }) => theme.colors[$isOver ? 'primary600' : 'neutral300']};
  background: ${({ theme, $isOver }) => theme.colors[$isOver ? 'primary100' : 'neutral100']};
`;

interface FileDropProps {
  hint: string;
  /** What is wrong with the file that was chosen. */
  error?: string | null;
  onFile: (file: File) => void;
}

/** Where a file is dropped, or chosen by its button. */
export const FileDrop = ({ hint, error = null, onFile }: FileDropProps) => {
  const translate = useTranslate();
  const sizeOf = useFileSize();
  const input = React.useRef<HTMLInputElement>(null);
  const [isOver, setOver] = React.useState(false);
  const [isTooLarge, setTooLarge] = React.useState(false);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > importBytesMax);
    if (file.size <= importBytesMax) onFile(file);
  };
  const shown = isTooLarge ? translate('imports.file.tooLarge', { size: sizeOf(importBytesMax) }) : error;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Zone
        $isOver={isOver}
        direction="column"
        hasRadius
        gap={3}
        padding={{ initial: 5, medium: 8 }}
        onDragOver={(event: React.DragEvent) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event: React.DragEvent) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <Upload aria-hidden width="3.2rem" height="3.2rem" fill="neutral500" />
        <Typography textAlign="center">{translate('imports.file.drop')}</Typography>
        <Button type="button" variant="secondary" onClick={() => input.current?.click()}>
          {translate('imports.file.choose')}
        </Button>
        <Typography variant="pi" textColor="neutral600" textAlign="center">
          {hint}
        </Typography>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={translate('imports.file.choose')}
          accept=".csv,.txt,.tsv,.vcf,.vcard,text/csv,text/plain,text/vcard"
          onChange={(event) => {
            take(event.target.files?.[0]);
            // The same file may be chosen again after it was changed.
            event.target.value = '';
          }}
        />
      </Zone>
      {shown !== null && <ErrorText>{shown}</ErrorText>}
    </Flex>
  );
};
