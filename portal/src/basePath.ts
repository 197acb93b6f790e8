const { BASE_URL } = import.meta.env;

/**
 * The path the page is served under, `/guest`, without a slash at the end. The built script stands in `<path>/assets/`,
 * so its own address says the path, whatever the site's owner has configured.
 */
export const basePath = new URL(BASE_URL === './' ? '..' : BASE_URL, import.meta.url).pathname.replace(/\/$/, '');
