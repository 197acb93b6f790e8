const compile = (ignoreDynamic) => ({
  '\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs', ignoreDynamic },
    },
  ],
});

const shared = {
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.artifacts/', '/.tmp/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/playground/dist/', '<rootDir>/tests/.artifacts/'],
};

/** One project without a site, for pure code; one with a site, booted once for all its files. */
export default {
  // All in one process: the site lives in it, and only one Strapi may.
  maxWorkers: 1,
  // Suites run side by side: a slow machine is no failure.
  testTimeout: 90_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      transform: compile(false),
      testEnvironment: 'node',
      globalTeardown: '<rootDir>/tests/support/start/ended.ts',
      setupFilesAfterEnv: ['<rootDir>/tests/support/start/asserts.ts'],
      testMatch: [
        '<rootDir>/contract/**/*.test.ts',
        '<rootDir>/client/**/*.test.ts',
        '<rootDir>/server/src/**/*.test.ts',
        '<rootDir>/admin/src/**/*.test.ts',
        '<rootDir>/portal/src/**/*.test.ts',
        '<rootDir>/tests/house/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'site',
      // The start of the site imports our own ES modules.
      transform: compile(true),
      testEnvironment: '<rootDir>/tests/support/start/environment.ts',
      globalSetup: '<rootDir>/tests/support/start/global-setup.ts',
      globalTeardown: '<rootDir>/tests/support/start/global-teardown.ts',
      testMatch: ['<rootDir>/tests/{api,security,oracle}/**/*.test.ts'],
    },
  ],
};
