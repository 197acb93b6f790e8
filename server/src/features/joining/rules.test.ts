import { settings as schema, type Joining } from '../../../../contract';
import { grantsByDomain } from './rules';

const joiningOf = (joining: object): Joining =>
  schema.cast({ contacts: true, guests: true, resourceTypes: [], accessTypes: [], joining }).joining;

const project = (id: string) => ({ contentType: 'api::project.project', documentIds: [id] });

describe('what a domain is given', () => {
  const joining = joiningOf({
    mode: 'domains',
    accessTypes: ['tags'],
    resources: [project('everybody')],
    domains: [
      { domain: 'example.com', accessTypes: ['tasks'], resources: [project('one')] },
      { domain: '*.example.com', accessTypes: ['absences'] },
      { domain: '*.eu.example.com', accessTypes: ['tasks'] },
    ],
  });

  it.each([
    ['example.com', ['tags', 'tasks']],
    ['fr.example.com', ['tags', 'absences']],
    ['paris.eu.example.com', ['tags', 'absences', 'tasks']],
  ])('%s gets what everybody gets, and what its entries give', (domain, accessTypes) => {
    expect(grantsByDomain(joining, domain)?.accessTypes).toEqual(accessTypes);
  });

  it('puts the rows of one type together', () => {
    expect(grantsByDomain(joining, 'example.com')?.resources).toEqual([
      { contentType: 'api::project.project', documentIds: ['everybody', 'one'] },
    ]);
  });

  it.each(['notexample.com', 'example.com.evil.tld', 'examplexcom', 'xexample.com', 'com', 'evil-example.com'])(
    '%s is not among them',
    (domain) => expect(grantsByDomain(joining, domain)).toBeNull()
  );

  it('is nothing where nobody may join, and what everybody gets where anybody may', () => {
    expect(grantsByDomain({ ...joining, mode: 'nobody' }, 'example.com')).toBeNull();
    expect(grantsByDomain({ ...joining, mode: 'any' }, 'example.com')?.accessTypes).toEqual(['tags']);
    expect(grantsByDomain({ ...joining, mode: 'any' }, 'elsewhere.example')?.accessTypes).toEqual(['tags']);
  });
});
