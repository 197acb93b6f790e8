import * as React from 'react';
import { MenuItem, SimpleMenu } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { exportFormats, type ExportFormat } from '../../../../contract/export';
import { pathTo, type FileName } from '../../../../contract/routes';
import { searchOf } from '../api';
import { toApiError } from '../apiError';
import { useErrorMessage } from '../errors';
import { useLanguage } from '../language';
import { fetchFile } from '../strapi/files';
import { useTranslate } from '../translate';

/** Hands a file to the browser, which keeps it where it keeps files. */
const keep = (file: Blob, name: string): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

const endings: Readonly<Record<ExportFormat, string>> = { csv: 'csv', vcard: 'vcf' };

export interface Exported {
  endpoint: FileName;
  /** What narrows and orders the list. */
  query: object;
  /** Of the file, without its ending. */
  name: string;
}

/** What the list shows, as a file. */
export const ExportMenu = ({ endpoint, query, name }: Exported) => {
  const translate = useTranslate();
  const locale = useLanguage();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = React.useState(false);

  const fetchAs = async (format: ExportFormat): Promise<void> => {
    setBusy(true);
    try {
      const file = await fetchFile(pathTo(endpoint) + searchOf({ ...query, format, locale }));
      if (file === null) toggleNotification({ type: 'warning', message: translate('export.tooOld') });
      else keep(file, `${name}.${endings[format]}`);
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(toApiError(error)) });
    } finally {
      setBusy(false);
    }
  };

  return (
    <SimpleMenu label={translate(isBusy ? 'export.busy' : 'export')} variant="tertiary" disabled={isBusy}>
      {exportFormats.map((format) => (
        <MenuItem key={format} onSelect={() => void fetchAs(format)}>
          {translate(`export.${format}`)}
        </MenuItem>
      ))}
    </SimpleMenu>
  );
};
