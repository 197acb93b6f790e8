import { configOf, siteUrl } from './config';
import { PLUGIN, type Strapi } from './strapi';

/** What is fine in development and dangerous on the open web. Said at every start, in the words of what to do. */
export const productionWarnings = (strapi: Strapi): string[] => {
  const warnings: string[] = [];
  if (!configOf(strapi).url && !/^https?:/.test(strapi.config.get<string>('server.url', ''))) {
    warnings.push(`no address of the site: links in mails lead to ${siteUrl(strapi)}. Set config.url.`);
  }
  if (siteUrl(strapi).startsWith('http:')) {
    warnings.push(`the site's address is plain http: keys and sessions can be read on the way. Put https before it.`);
  }
  if (strapi.config.get('server.proxy.koa', false) && !strapi.config.get<number>('server.proxy.maxIpsCount', 0)) {
    warnings.push(
      'server.proxy.koa is on without maxIpsCount: a stranger writes their own address, and limits by address do not hold.'
    );
  }
  if (!configOf(strapi).limits.enabled) warnings.push('limits are off: anybody may try keys as fast as they can.');
  return warnings;
};

export const warnInProduction = (strapi: Strapi): void => {
  if (process.env.NODE_ENV !== 'production') return;
  for (const warning of productionWarnings(strapi)) strapi.log.warn(`${PLUGIN}: ${warning}`);
};
