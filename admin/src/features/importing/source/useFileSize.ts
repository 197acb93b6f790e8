import { useIntl } from 'react-intl';

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** How large a file is, in the reader's language: «12,4 Mo». */
export const useFileSize = (): ((bytes: number) => string) => {
  const { formatNumber } = useIntl();
  return (bytes) => {
    const power = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
    const amount = bytes / 1_000 ** power;
    return formatNumber(amount, { style: 'unit', unit: units[power], unitDisplay: 'short', maximumFractionDigits: 1 });
  };
};
