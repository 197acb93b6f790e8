/** One project without a site, for pure code; one with a site, booted once for all its files. */
const shared = {
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } },
        module: { type: 'commonjs', ignoreDynamic: true },
      },
    ],
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.artifacts/', '/.tmp/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/playground/dist/', '<rootDir>/tests/.artifacts/'],
};

export default {
  // All in one process: the site lives in it, and only one Strapi may.
  maxWorkers: 1,
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/contract/**/*.test.ts',
        '<rootDir>/server/src/**/*.test.ts',
        '<rootDir>/admin/src/**/*.test.ts',
        '<rootDir>/portal/src/**/*.test.ts',
        '<rootDir>/tests/house/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'site',
      testEnvironment: '<rootDir>/tests/support/start/environment.ts',
      globalSetup: '<rootDir>/tests/support/start/global-setup.ts',
      globalTeardown: '<rootDir>/tests/support/start/global-teardown.ts',
      testMatch: ['<rootDir>/tests/{api,security,oracle}/**/*.test.ts'],
    },
  ],
};
