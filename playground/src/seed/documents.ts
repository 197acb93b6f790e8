import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Random } from './random';
import type { Row } from './rows';
import { documentTitles } from './texts';

const content = 'Plan de masse, version de démonstration.\n';

/** One file in the media library, which the first documents show. Answers its id. */
const uploadPlan = async (strapi: Core.Strapi): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'seed-'));
  const filepath = join(folder, 'plan.txt');
  await writeFile(filepath, content);
  const [file] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name: 'plan.txt', alternativeText: 'Plan de masse', caption: '' } },
      files: { filepath, originalFilename: 'plan.txt', mimetype: 'text/plain', size: content.length },
    });
  await rm(folder, { recursive: true });
  return file.id;
};

/**
 * Documents in French and English, with a component, a dynamic zone and a file. All are published except each fifth,
 * which is a draft. Component and dynamic zone also point at rows of *another* project than the document's own.
 */
export const seedDocuments = async (
  strapi: Core.Strapi,
  random: Random,
  amount: number,
  projects: readonly Row[],
  tasks: readonly Row[]
): Promise<void> => {
  const documents = strapi.documents('api::document.document');
  const attachment = await uploadPlan(strapi);
  for (let index = 0; index < amount; index += 1) {
    const project = projects[index % projects.length];
    const titles = random.pick(documentTitles);
    const status = index % 5 === 4 ? 'draft' : 'published';
    const version = (language: 'fr' | 'en'): Record<string, unknown> => ({
      title: `${titles[language]} ${index + 1}`,
      body: language === 'fr' ? '## Objet\n\nVoir les plans.' : '## Purpose\n\nSee the plans.',
      reference: `DOC-${index + 1}`,
      project: project?.documentId,
      references: [{ label: language === 'fr' ? 'Voir aussi' : 'See also', project: random.pick(projects).documentId }],
      sections: [
        { __component: 'shared.note', text: language === 'fr' ? 'À relire.' : 'To be reviewed.' },
        {
          __component: 'shared.task-list',
          heading: language === 'fr' ? 'À faire' : 'To do',
          tasks: [random.pick(tasks).documentId, random.pick(tasks).documentId],
        },
      ],
      ...(index < 5 ? { attachment } : {}),
    });
    const { documentId } = await documents.create({ locale: 'fr', status, data: version('fr') });
    await documents.update({ documentId, locale: 'en', status, data: version('en') });
  }
};
