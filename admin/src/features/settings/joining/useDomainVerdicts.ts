import { joiningDomainsMax } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { useData } from '../../../kernel/useData';
import { useSettled } from '../../../kernel/useSettled';

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
  const named = [...new Set(domains)].filter((domain) => domain !== '').slice(0, joiningDomainsMax);
  const { settled } = useSettled(named, typingMs);
  const { value } = useData('JudgeDomains', settled.length === 0 ? null : { body: { domains: settled } });
  return (domain) => {
    const verdict = value?.verdicts.find((one) => one.domain === domain);
    return {
      ...(verdict?.problem ? { problem: translate(`settings.issue.${verdict.problem}`) } : {}),
      ...(verdict?.caution ? { caution: translate(`settings.caution.${verdict.caution}`) } : {}),
    };
  };
};
