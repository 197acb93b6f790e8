/**
 * What guests of this site may be given: the plugin's settings of the first boot. From then on the admin panel keeps them.
 */
export const guestAccessSettings = {
  contacts: true,
  guests: true,
  resourceTypes: [
    {
      contentType: 'api::project.project',
      labels: { fr: 'Projets', en: 'Projects', cs: 'Projekty' },
      labelField: 'title',
      readFields: ['code', 'name', 'title', 'startsOn', 'endsOn'],
    },
  ],
  accessTypes: [
    {
      key: 'tasks',
      labels: { fr: 'Tâches', en: 'Tasks', cs: 'Úkoly' },
      contentType: 'api::task.task',
      actions: ['find', 'findOne', 'update'],
      readFields: ['title', 'description', 'state', 'dueAt', 'doneAt', 'comment', 'project'],
      writeFields: ['state', 'doneAt', 'comment'],
      rule: { kind: 'resource', path: 'project', resourceType: 'api::project.project' },
    },
    {
      key: 'activity-reports',
      labels: { fr: 'Comptes rendus d’activité', en: 'Activity reports', cs: 'Výkazy činnosti' },
      contentType: 'api::activity-report.activity-report',
      actions: ['find', 'findOne', 'create', 'update'],
      readFields: ['date', 'hours', 'author', 'text', 'project'],
      writeFields: ['date', 'hours', 'author', 'text', 'project'],
      rule: { kind: 'resource', path: 'project', resourceType: 'api::project.project' },
    },
    {
      key: 'absences',
      labels: { fr: 'Absences', en: 'Absences', cs: 'Nepřítomnosti' },
      contentType: 'api::absence.absence',
      actions: ['find', 'findOne'],
      rule: { kind: 'resource', path: 'project', resourceType: 'api::project.project' },
    },
    {
      key: 'tickets',
      labels: { fr: 'Tickets', en: 'Tickets', cs: 'Tikety' },
      contentType: 'api::ticket.ticket',
      actions: ['find', 'findOne', 'update'],
      readFields: ['subject', 'body', 'state'],
      writeFields: ['body', 'state'],
      rule: { kind: 'contact', path: 'contact' },
    },
    {
      key: 'documents',
      labels: { fr: 'Documents', en: 'Documents', cs: 'Dokumenty' },
      contentType: 'api::document.document',
      actions: ['find', 'findOne'],
      rule: { kind: 'resource', path: 'project', resourceType: 'api::project.project' },
    },
    {
      key: 'tags',
      labels: { fr: 'Étiquettes', en: 'Tags', cs: 'Štítky' },
      contentType: 'api::tag.tag',
      actions: ['find', 'findOne'],
      readFields: ['name'],
      rule: { kind: 'all' },
    },
  ],
};
