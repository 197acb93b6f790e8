export default {
  config: { locales: ['fr', 'cs'] },
  bootstrap() {},
};
