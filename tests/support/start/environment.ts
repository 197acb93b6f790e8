import { TestEnvironment } from 'jest-environment-node';

/** Hands the running site, which lives outside the tests' sandbox, to the tests. */
export default class SiteEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global.site = globalThis.site;
    // The database driver asks `instanceof Date`, which a date of the sandbox's own would not be.
    this.global.Date = Date;
  }
}
