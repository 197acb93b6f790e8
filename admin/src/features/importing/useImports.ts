import * as React from 'react';
import { useData, type Loaded } from '../../kernel/useData';
import type { Answer } from '../../kernel/api';
import { isMoving } from './steps';

const everyMs = 3_000;

/** The imports of the reader; asked for again while something is done with one of them. */
export const useImports = (): Loaded<Answer<'ListImports'>> => {
  const [isLive, setLive] = React.useState(false);
  const loaded = useData('ListImports', {}, { everyMs: isLive ? everyMs : 0 });
  const imports = loaded.value?.imports;
  React.useEffect(() => setLive(imports?.some(isMoving) ?? false), [imports]);
  return loaded;
};
