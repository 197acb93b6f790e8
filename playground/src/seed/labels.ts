import type { Core, UID } from '@strapi/strapi';

/** What the fields are called in the admin panel's forms; the portal calls them the same. */
const labels: Partial<Record<UID.ContentType, Record<string, string>>> = {
  'api::project.project': { code: 'Code', name: 'Nom', title: 'Projet', startsOn: 'Début', endsOn: 'Fin' },
  'api::task.task': {
    title: 'Tâche',
    description: 'Description',
    state: 'État',
    dueAt: 'Échéance',
    doneAt: 'Fait le',
    comment: 'Commentaire',
    project: 'Projet',
    milestone: 'Jalon',
    tags: 'Étiquettes',
  },
  'api::activity-report.activity-report': {
    date: 'Date',
    hours: 'Heures',
    author: 'Rédigé par',
    text: 'Compte rendu',
    project: 'Projet',
  },
  'api::absence.absence': { person: 'Personne', startsOn: 'Du', endsOn: 'Au', reason: 'Motif', project: 'Projet' },
  'api::ticket.ticket': { subject: 'Objet', body: 'Message', state: 'État', contact: 'Contact', task: 'Tâche' },
  'api::document.document': {
    title: 'Titre',
    body: 'Texte',
    reference: 'Référence',
    project: 'Projet',
    references: 'Voir aussi',
    sections: 'Parties',
    attachment: 'Pièce jointe',
  },
};

interface Configuration {
  metadatas: Record<string, { edit?: { label?: string }; list?: { label?: string } }>;
}

/** Names the fields in French, as a site's owner does in the content manager ("Configurer la vue"). */
export const seedLabels = async (strapi: Core.Strapi): Promise<void> => {
  const service = strapi.plugin('content-manager').service('content-types');
  for (const [uid, names] of Object.entries(labels)) {
    const contentType = { uid };
    const configuration: Configuration = await service.findConfiguration(contentType);
    for (const [field, label] of Object.entries(names ?? {})) {
      const metadata = configuration.metadatas[field];
      if (metadata?.edit) metadata.edit.label = label;
      if (metadata?.list) metadata.list.label = label;
    }
    await service.updateConfiguration(contentType, configuration);
  }
};
