import type { ContactAccess } from '../../../../contract/contact-access';
import { grantsOf, grantsSomething, noGrants, withResources } from '../../kernel/grants';
import { sameValues } from '../../kernel/form/sameValues';
import { draftOf, reachOf, sameRows } from './draft';

const project = 'api::project.project';
const access = (more: Partial<ContactAccess> = {}): ContactAccess => ({
  contact: { documentId: 'c', lastName: 'NOA', firstName: 'Arthur', email: null, companyName: null },
  state: 'open',
  version: 3,
  guestId: 'g',
  companyContacts: false,
  companyRecords: false,
  pairedContacts: [],
  resources: [{ contentType: project, documentIds: ['p1', 'p2'] }],
  accessTypes: ['tasks'],
  key: null,
  sendsKeyTo: null,
  mail: null,
  ...more,
});

describe('the form of an access', () => {
  it('gives back what it was filled with', () => {
    const { resources, accessTypes } = access();
    expect(grantsOf(draftOf(access()))).toEqual({ resources, accessTypes });
  });

  it('is the same whatever the order, and when what was added is taken back', () => {
    const draft = draftOf(access());
    const more = withResources(draft, project, new Set(['p1', 'p2', 'p3']));
    expect(sameValues(draft, more)).toBe(false);
    expect(sameValues(draft, withResources(more, project, new Set(['p2', 'p1'])))).toBe(true);
  });

  it('does not take an empty list for a change', () => {
    const draft = draftOf(access());
    expect(sameValues(draft, withResources(draft, 'api::other.other', new Set()))).toBe(true);
  });

  it('begins closed while there is no access', () => {
    expect(draftOf(access({ state: 'none' })).closed).toBe(true);
    expect(draftOf(access({ state: 'without-credentials' })).closed).toBe(false);
  });

  it('always pairs them with their own contact, once', () => {
    const others = [{ documentId: 'd', name: 'BERG Ida' }];
    const draft = draftOf(access({ pairedContacts: [{ documentId: 'c', name: 'NOA Arthur' }, ...others] }));
    expect(draft.otherContacts).toEqual(others);
    expect(reachOf(draft, 'c').pairedContactIds).toEqual(['c', 'd']);
  });

  it('tells changes of what they see from changes of whom they see', () => {
    const draft = draftOf(access());
    const colleagues = { ...draft, companyContacts: true };
    expect([sameValues(draft, colleagues), sameRows(draft, colleagues)]).toEqual([false, true]);
    expect(sameRows(draft, { ...draft, companyRecords: true })).toBe(false);
    expect(sameRows(draft, { ...draft, otherContacts: [{ documentId: 'd', name: '' }] })).toBe(false);
  });

  it('knows whether anything is granted', () => {
    expect(grantsSomething(noGrants)).toBe(false);
    expect(grantsSomething(withResources(noGrants, project, new Set()))).toBe(false);
    expect(grantsSomething(withResources(noGrants, project, new Set(['p1'])))).toBe(true);
  });
});
