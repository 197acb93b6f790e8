import { namedSender } from './sender';

describe('the sender', () => {
  it.each([
    ['acces@example.com', 'Atelier Nord', 'nodemailer', '"Atelier Nord" <acces@example.com>'],
    ['acces@example.com', 'Société Élan', 'nodemailer', '"Société Élan" <acces@example.com>'],
    ['acces@example.com', 'A "B" <x@evil.example>\r\nBcc: y', 'nodemailer', undefined],
    ['acces@example.com', 'Atelier Nord', 'sendgrid', '"Atelier Nord" <acces@example.com>'],
  ])('%s of %s by %s', (address, name, provider, expected) => {
    const from = namedSender(address, name, provider);
    if (expected !== undefined) expect(from).toBe(expected);
    // One address, on one line, whatever the name holds.
    expect(from).toMatch(/^"[^"<>\r\n]+" <acces@example\.com>$/);
  });

  it.each([
    ['Accueil <acces@example.com>', 'Atelier Nord', 'nodemailer'],
    ['acces@example.com', 'Société Élan', 'amazon-ses'],
    ['a@example.com, b@example.com', 'Atelier Nord', 'nodemailer'],
    [undefined, 'Atelier Nord', 'nodemailer'],
    [{ name: 'Accueil', address: 'acces@example.com' }, 'Atelier Nord', 'nodemailer'],
  ])('stays what the provider is configured with: %j of %s by %s', (address, name, provider) => {
    expect(namedSender(address, name, provider)).toBeUndefined();
  });
});
