interface Written {
  code?: string;
  name?: string;
  title?: string;
}
interface Event {
  params: { data: Written; where?: object };
}

const titleOf = ({ code, name }: Written): string => `${code} - ${name}`;

/** Keeps `title` ("221JT - Bibliothèque"), the text that lists show, in step with code and name. */
export default {
  beforeCreate({ params: { data } }: Event) {
    data.title = titleOf(data);
  },

  async beforeUpdate({ params: { data, where } }: Event) {
    if (data.code === undefined && data.name === undefined) return;
    const project: Written | null = await strapi.db.query('api::project.project').findOne({ where });
    data.title = titleOf({ code: data.code ?? project?.code, name: data.name ?? project?.name });
  },
};
