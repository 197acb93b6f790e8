/**
 * What `strapi-plugin-populate-all` does: a hook of its own, hung in after all plugins were registered, that puts every relation
 * of a type into queries with a mark.
 */
export const populateAll = (strapi) => {
  strapi.db.lifecycles.subscribe({
    beforeFindMany: ({ model, params }) => {
      if (params._q !== 'populate-all') return;
      delete params._q;
      const relations = Object.entries(model.attributes).filter(
        ([, { type, target }]) => type === 'relation' && target?.startsWith('api::')
      );
      params.populate = Object.fromEntries(relations.map(([name]) => [name, { populate: {} }]));
    },
  });
};
