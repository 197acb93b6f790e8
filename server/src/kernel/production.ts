import { configOf, siteUrl } from './config';
import { PLUGIN, type Strapi } from './strapi';

/** The risks that the panel tells of, too. */
export type ProductionRisk = 'plain-http' | 'proxy-addresses' | 'limits-off';

interface Warning {
  /** Null: nothing that somebody else could use. */
  risk: ProductionRisk | null;
  /** In the words of what to do. */
  text: string;
}

/** What is fine in development and dangerous on the open web. */
export const productionRisks = (strapi: Strapi): Warning[] => {
  const warnings: Warning[] = [];
  if (!configOf(strapi).url && !/^https?:/.test(strapi.config.get<string>('server.url', ''))) {
    const text = `no address of the site: links in mails lead to ${siteUrl(strapi)}. Set config.url.`;
    warnings.push({ risk: null, text });
  }
  if (siteUrl(strapi).startsWith('http:')) {
    const text = `the site's address is plain http: keys and sessions can be read on the way. Put https before it.`;
    warnings.push({ risk: 'plain-http', text });
  }
  if (strapi.config.get('server.proxy.koa', false) && !strapi.config.get<number>('server.proxy.maxIpsCount', 0)) {
    const text =
      'server.proxy.koa is on without maxIpsCount: a stranger writes their own address, and limits by address do not hold.';
    warnings.push({ risk: 'proxy-addresses', text });
  }
  if (!configOf(strapi).limits.enabled) {
    warnings.push({ risk: 'limits-off', text: 'limits are off: anybody may try keys as fast as they can.' });
  }
  return warnings;
};

/** Said at every start. */
export const warnInProduction = (strapi: Strapi): void => {
  if (process.env.NODE_ENV !== 'production') return;
  for (const { text } of productionRisks(strapi)) strapi.log.warn(`${PLUGIN}: ${text}`);
};
