/**
 * An attribute that the server keeps beside what people type, to search and sort by: hidden from the content manager, from
 * every answer of Strapi's APIs and from its own search.
 */
export const kept = {
  private: true,
  searchable: false,
  configurable: false,
  visible: false,
  writable: false,
} as const;
