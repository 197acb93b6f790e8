import { settings as schema, type Settings } from '../../../../contract';
import { tidyJoining, toDomainRule } from './joining';

const withJoining = (joining: object): Settings =>
  schema.cast({ contacts: true, guests: true, resourceTypes: [], accessTypes: [], joining });

describe('a domain rule', () => {
  it.each([
    ['example.com', 'example.com'],
    [' Example.COM\t', 'example.com'],
    ['sub.example.co.uk', 'sub.example.co.uk'],
    ['*.example.com', '*.example.com'],
    ['exämple.com', 'xn--exmple-cua.com'],
    ['*.Exämple.com', '*.xn--exmple-cua.com'],
    // Addresses at the name itself are its owner's; only below it are others at home.
    ['github.io', 'github.io'],
    ['atelier.example', 'atelier.example'],
  ])('%j is stored as %j', (typed, rule) => {
    expect(toDomainRule(typed)).toEqual({ kind: 'rule', rule });
  });

  it.each([
    ['com', 'public-suffix'],
    ['co.uk', 'public-suffix'],
    ['*.co.uk', 'public-suffix'],
    ['*.com', 'public-suffix'],
    ['*.github.io', 'public-suffix'],
    ['192.168.0.1', 'ip-address'],
    ['[192.168.0.1]', 'ip-address'],
    ['::1', 'ip-address'],
    ['*', 'wildcard-misplaced'],
    ['*example.com', 'wildcard-misplaced'],
    ['a.*.example.com', 'wildcard-misplaced'],
    ['*.*.example.com', 'wildcard-misplaced'],
    ['example.com.', 'not-a-domain'],
    ['.example.com', 'not-a-domain'],
    ['-example.com', 'not-a-domain'],
    ['exa_mple.com', 'not-a-domain'],
    ['exa mple.com', 'not-a-domain'],
    ['https://example.com', 'not-a-domain'],
    ['alice@example.com', 'not-a-domain'],
    ['example.com/path', 'not-a-domain'],
    ['exa%6dple.com', 'not-a-domain'],
    ['localhost', 'not-a-domain'],
    ['xn--a.com', 'not-a-domain'],
    ['*.', 'not-a-domain'],
    [' ', 'not-a-domain'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(toDomainRule(typed)).toEqual({ kind: 'refused', problem });
  });
});

describe('what the settings say about joining', () => {
  it('names the place of every fault', () => {
    const { faults } = tidyJoining(
      withJoining({
        domains: [
          { domain: 'example.com', accessTypes: ['nothing'] },
          { domain: 'EXAMPLE.com', resources: [{ contentType: 'api::none.none', documentIds: [] }] },
          { domain: 'co.uk' },
        ],
        accessTypes: ['nothing'],
        notify: ['one@example.com', 'none'],
      })
    );
    expect(faults).toEqual([
      { path: ['joining', 'domains', '0', 'accessTypes', '0'], problem: 'unknown-access-type' },
      { path: ['joining', 'domains', '1', 'resources', '0', 'contentType'], problem: 'unknown-resource-type' },
      { path: ['joining', 'domains', '1', 'domain'], problem: 'same-domain-twice' },
      { path: ['joining', 'domains', '2', 'domain'], problem: 'public-suffix' },
      { path: ['joining', 'notify', '1'], problem: 'not-an-address' },
      { path: ['joining', 'accessTypes', '0'], problem: 'unknown-access-type' },
    ]);
  });

  it('keeps one of two spellings of an address that is to be told', () => {
    const { joining } = tidyJoining(
      withJoining({ notify: ['Anne@Example.com', 'anne@example.com', 'bob@example.com'] })
    );
    expect(joining.notify).toEqual(['anne@example.com', 'bob@example.com']);
  });
});
