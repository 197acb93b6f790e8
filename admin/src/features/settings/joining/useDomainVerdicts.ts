import * as React from 'react';
import type { DomainVerdict } from '../../../../../contract';
import { callApi } from '../../../kernel/api';
import { useTranslate } from '../../../kernel/translate';

const typingMs = 300;

/** What the server says of a domain, in words; nothing while it has not been asked. */
export interface DomainWords {
  /** Why it will be refused. */
  problem?: string;
  /** Why it deserves a second look. */
  caution?: string;
}

/**
 * What saving would say of domains, asked a moment after they stand there. Where the server does not answer nothing is said:
 * saving tells it again.
 */
export const useDomainVerdicts = (domains: readonly string[]): ((domain: string) => DomainWords) => {
  const translate = useTranslate();
  const [known, setKnown] = React.useState<ReadonlyMap<string, DomainVerdict>>(new Map());
  const missing = [...new Set(domains)].filter((domain) => domain !== '' && !known.has(domain)).join('\n');
  React.useEffect(() => {
    if (missing === '') return;
    const timer = window.setTimeout(() => {
      callApi('JudgeDomains', { body: { domains: missing.split('\n') } }).then(
        ({ verdicts }) =>
          setKnown((before) => new Map([...before, ...verdicts.map((one) => [one.domain, one] as const)])),
        () => undefined
      );
    }, typingMs);
    return () => window.clearTimeout(timer);
  }, [missing]);
  return (domain) => {
    const verdict = known.get(domain);
    return {
      ...(verdict?.problem ? { problem: translate(`settings.issue.${verdict.problem}`) } : {}),
      ...(verdict?.caution ? { caution: translate(`settings.caution.${verdict.caution}`) } : {}),
    };
  };
};
