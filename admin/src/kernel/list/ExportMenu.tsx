import { MenuItem, SimpleMenu } from '@strapi/design-system';
import { exportFormats, type ExportFormat } from '../../../../contract/export';
import { pathTo, type FileName } from '../../../../contract/routes';
import { searchOf } from '../api';
import { useLanguage } from '../language';
import { useTranslate } from '../translate';
import { useFile } from './useFile';

const endings: Readonly<Record<ExportFormat, string>> = { csv: 'csv', vcard: 'vcf' };

export interface Exported {
  endpoint: FileName;
  /** What narrows and orders the list. */
  query: object;
  /** Of the file, without its ending. */
  name: string;
  /** What it can be had as; left out: all. */
  formats?: readonly ExportFormat[];
}

/** What the list shows, as a file. */
export const ExportMenu = ({ endpoint, query, name, formats = exportFormats }: Exported) => {
  const translate = useTranslate();
  const locale = useLanguage();
  const { isBusy, take } = useFile();
  const fetchAs = (format: ExportFormat): Promise<void> =>
    take(pathTo(endpoint) + searchOf({ ...query, format, locale }), `${name}.${endings[format]}`);

  return (
    <SimpleMenu label={translate(isBusy ? 'export.busy' : 'export')} variant="tertiary" disabled={isBusy}>
      {formats.map((format) => (
        <MenuItem key={format} onSelect={() => void fetchAs(format)}>
          {translate(`export.${format}`)}
        </MenuItem>
      ))}
    </SimpleMenu>
  );
};
