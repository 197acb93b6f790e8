import { backIn } from './back';

const search = (text: string) => new URLSearchParams(text);

describe('what Google has led back with', () => {
  it('is told to the server, and nothing beside it', () => {
    expect(backIn(search('state=s&code=c&scope=x&authuser=0&next=//evil.example'), 'secret')).toEqual({
      state: 's',
      secret: 'secret',
      code: 'c',
      error: null,
      iss: null,
    });
    expect(backIn(search('state=s&error=access_denied&iss=https://accounts.google.com'), 'secret')).toMatchObject({
      code: null,
      error: 'access_denied',
      iss: 'https://accounts.google.com',
    });
  });

  it('is nothing without a state, an answer, or the secret of the window that began', () => {
    expect(backIn(search(''), 'secret')).toBeNull();
    expect(backIn(search('state=s'), 'secret')).toBeNull();
    expect(backIn(search('code=c'), 'secret')).toBeNull();
    expect(backIn(search('state=s&code=c'), null)).toBeNull();
  });
});
