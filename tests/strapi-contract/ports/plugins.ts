import assert from 'node:assert/strict';
import {
  aroundSigning,
  contentLocales,
  defaultLocale,
  documents,
  FILE,
  fileRow,
  findFile,
  hasLocale,
  localeCodes,
  mailProviderOf,
  modelOf,
  isUploadPrivate,
  newestForeignFile,
  rows,
  sendEmail,
  sharedAttributes,
  withoutLanguageSync,
  type Email,
  type Strapi,
} from '../../../server/src/kernel/strapi';
import { create, PAGE, type Row } from './rows';

export const tryI18n = async (strapi: Strapi): Promise<void> => {
  assert.equal(await defaultLocale(strapi), 'en');
  const { create: add } = strapi.plugin('i18n').service('locales') as { create(locale: object): Promise<unknown> };
  await add({ code: 'fr', name: 'French' });
  assert.ok((await hasLocale(strapi, 'fr')) && !(await hasLocale(strapi, 'xx')));
  assert.deepEqual((await contentLocales(strapi)).map(({ code }) => code).sort(), ['en', 'fr']);
  assert.deepEqual((await localeCodes(strapi)).sort(), ['en', 'fr']);
  const model = modelOf(strapi, PAGE);
  const shared = model ? sharedAttributes(strapi, model) : new Set();
  assert.ok(shared.has('code') && shared.has('cover') && !shared.has('title') && !shared.has('parts'));
  const { documentId } = await create(strapi, PAGE, { title: 'en', code: 'a' });
  const service = documents(strapi, PAGE);
  await service.update({ documentId, locale: 'fr', data: { title: 'fr' } });
  const codes = async () =>
    (await rows<Row>(strapi, PAGE).findMany({ where: { documentId }, orderBy: { locale: 'asc' } })).map(
      ({ code }) => code
    );
  assert.deepEqual(await codes(), ['a', 'a'], 'a new language takes what all share');
  await withoutLanguageSync(strapi, PAGE, documentId, () => service.update({ documentId, data: { code: 'b' } }));
  assert.deepEqual(await codes(), ['b', 'a'], 'the copying of shared fields is not kept off');
  await service.update({ documentId, data: { code: 'c' } });
  assert.deepEqual(await codes(), ['c', 'c'], 'the copying of shared fields');
};

export const tryUpload = async (strapi: Strapi): Promise<void> => {
  const signed: unknown[] = [];
  aroundSigning(strapi, (sign, isPrivate) => async (file) => {
    signed.push(file['name'], await isPrivate());
    return sign(file);
  });
  const { id } = await rows<Row>(strapi, FILE).create({
    data: {
      name: 'photo',
      hash: 'h',
      ext: '.png',
      mime: 'image/png',
      size: 1,
      url: 'https://files.example/h.png',
      provider: 'local',
    },
  });
  assert.equal((await findFile(strapi, id))?.mime, 'image/png');
  assert.equal((await newestForeignFile(strapi))?.id, id);
  assert.equal((await fileRow(strapi, id))?.['hash'], 'h');
  await (strapi.plugin('upload').service('file') as { signFileUrls(file: object): Promise<unknown> }).signFileUrls({
    name: 'photo',
  });
  assert.deepEqual(signed, ['photo', false]);
  assert.equal(await isUploadPrivate(strapi), false);
};

export const tryEmail = async (strapi: Strapi): Promise<void> => {
  assert.equal(mailProviderOf(strapi).name, 'sendmail');
  const sent: unknown[] = [];
  const plugin = strapi.plugin('email') as unknown as { provider: { send(email: Email): Promise<void> } };
  plugin.provider.send = (email) => Promise.resolve(void sent.push(email));
  const email = { to: 'a@b.example', subject: 's', text: 't', html: '<p>t</p>', headers: { 'Message-ID': '<1@b>' } };
  await sendEmail(strapi, email);
  assert.equal((sent[0] as Email).to, email.to);
  assert.deepEqual((sent[0] as Email).headers, email.headers);
};
