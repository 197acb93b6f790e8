import { features } from '../../server/src/features';
import { schemaVersion } from '../../server/src/kernel/schema-version';

/** The columns of a version of the schema, as they were when it was released or last changed before its release. */
interface Recorded {
  version: number;
  columns: string[];
}

/** Every column of ours: of the tables that Strapi does not know, and of the content types. */
const columnsNow = (): string[] =>
  features
    .flatMap(({ tables = [], contentTypes = {} }) => [
      ...tables.flatMap(({ name, columns }) => Object.keys(columns).map((column) => `${name}.${column}`)),
      ...Object.entries(contentTypes).flatMap(([name, { schema }]) =>
        Object.keys((schema as { attributes: object }).attributes).map((column) => `${name}.${column}`)
      ),
    ])
    .sort();

describe('the version of the schema', () => {
  it('rises with a table or a column', () => {
    // An older plugin on a newer database would let Strapi drop what it does not know: `schemaVersion` keeps it from that.
    // Where this fails: raise `schemaVersion` if the one before has been released, then `npx jest … -u`.
    const recorded: Recorded = { version: schemaVersion, columns: columnsNow() };
    expect(recorded).toMatchSnapshot();
  });
});
