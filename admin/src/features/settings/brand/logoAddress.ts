/** The address of a file as the settings keep it: on this site a path, elsewhere whole. What only breaks caches is left out. */
export const addressInSettings = (url: string, siteOrigin: string): string => {
  const { origin, pathname, href } = new URL(url, siteOrigin);
  return origin === siteOrigin ? pathname : (href.split('#')[0] ?? href);
};
