import { mapColumns } from './mapping';

/** What is read under which header; the others are not. */
const readUnder = (headers: string, separator = ','): Record<string, string> => {
  const header = headers.split(separator);
  const { fields } = mapColumns(header, []);
  return Object.fromEntries(header.flatMap((name, at) => (fields[at] ? [[name, fields[at]]] : [])));
};

describe('mapColumns, by the words of a header', () => {
  it('reads Outlook’s export in English', () => {
    expect(
      readUnder(
        'Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,Business Country/Region,Home Street,' +
          "Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,ISDN,Mobile Phone," +
          "Other Fax,Other Phone,Pager,Primary Phone,Radio Phone,TTY/TDD Phone,Telex,Account,Anniversary,Assistant's Name,Children,E-mail Address,E-mail Type," +
          "E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,Given Yomi,Language,Location,Manager's Name,Notes,Office Location," +
          'Referred By,Spouse,Surname Yomi,User 1,Web Page'
      )
    ).toEqual({
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Company: 'company',
      'Business Phone': 'phone',
      'Business Phone 2': 'phone',
      'Company Main Phone': 'phone',
      'Home Phone': 'phone',
      'Mobile Phone': 'mobile',
      'Other Phone': 'phone',
      'Primary Phone': 'phone',
      'E-mail Address': 'email',
      'E-mail 2 Address': 'email',
      Language: 'locale',
    });
  });

  it('reads Outlook’s export in French', () => {
    expect(
      readUnder(
        'Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre,Rue (bureau),Ville (bureau),Pays (bureau),Téléphone de l’assistant(e),Télécopie (bureau),' +
          'Téléphone (bureau),Téléphone 2 (bureau),Rappel,Téléphone (voiture),Téléphone société,Télécopie (domicile),Téléphone (domicile),RNIS,Tél. mobile,' +
          'Autre télécopie,Autre téléphone,Récepteur de radiomessagerie,Téléphone principal,Radiotéléphone,Télex,Adresse de messagerie,Type de messagerie,' +
          'Nom complet de l’adresse de messagerie,Adresse de messagerie 2,Nom de l’assistant(e),Langue,Responsable,Conjoint(e),Page Web'
      )
    ).toEqual({
      Prénom: 'firstName',
      Nom: 'lastName',
      Société: 'company',
      'Téléphone (bureau)': 'phone',
      'Téléphone 2 (bureau)': 'phone',
      'Téléphone société': 'phone',
      'Téléphone (domicile)': 'phone',
      'Tél. mobile': 'mobile',
      'Autre téléphone': 'phone',
      'Téléphone principal': 'phone',
      'Adresse de messagerie': 'email',
      'Adresse de messagerie 2': 'email',
      Langue: 'locale',
    });
  });

  it('reads Outlook’s export in Czech', () => {
    expect(
      readUnder(
        'Oslovení,Jméno,Druhé jméno,Příjmení,Titul za jménem,Společnost,Oddělení,Funkce,Ulice (práce),Město (práce),Fax (práce),Telefon (práce),' +
          'Telefon do práce,Mobilní telefon,Operátor,Telefon do auta,Jméno asistenta,E-mailová adresa,Typ e-mailu,Zobrazované jméno e-mailu,Jazyk,Vedoucí'
      )
    ).toEqual({
      Jméno: 'firstName',
      Příjmení: 'lastName',
      Společnost: 'company',
      'Telefon (práce)': 'phone',
      'Telefon do práce': 'phone',
      'Mobilní telefon': 'mobile',
      'E-mailová adresa': 'email',
      Jazyk: 'locale',
    });
  });

  it('reads Outlook Express’ exports', () => {
    expect(
      readUnder(
        'First Name,Last Name,Middle Name,Name,Nickname,E-mail Address,Home Street,Home Phone,Home Fax,Mobile Phone,Business Phone,Business Fax,Pager,Company'
      )
    ).toEqual({
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Name: 'fullName',
      'E-mail Address': 'email',
      'Home Phone': 'phone',
      'Mobile Phone': 'mobile',
      'Business Phone': 'phone',
      Company: 'company',
    });
    expect(
      readUnder('Prénom;Nom;Surnom;Adresse de messagerie;Téléphone personnel;Télécopie personnelle;Portable', ';')
    ).toEqual({
      Prénom: 'firstName',
      Nom: 'lastName',
      'Adresse de messagerie': 'email',
      'Téléphone personnel': 'phone',
      Portable: 'mobile',
    });
  });

  it('reads Google’s exports, the old and the new', () => {
    expect(
      readUnder(
        'Name,Given Name,Additional Name,Family Name,Yomi Name,Name Prefix,Name Suffix,Nickname,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,' +
          'E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Street,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title'
      )
    ).toEqual({
      Name: 'fullName',
      'Given Name': 'firstName',
      'Family Name': 'lastName',
      'E-mail 1 - Value': 'email',
      'E-mail 2 - Value': 'email',
      'Phone 1 - Type': 'phoneKind',
      'Phone 1 - Value': 'phone',
      'Organization 1 - Name': 'company',
    });
    expect(
      readUnder(
        'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Last Name,Name Prefix,Nickname,File As,Organization Name,Organization Title,Organization Department,' +
          'Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Website 1 - Value'
      )
    ).toEqual({
      'First Name': 'firstName',
      'Last Name': 'lastName',
      'Organization Name': 'company',
      'E-mail 1 - Value': 'email',
      'Phone 1 - Label': 'phoneKind',
      'Phone 1 - Value': 'phone',
      'Phone 2 - Label': 'phoneKind',
      'Phone 2 - Value': 'phone',
    });
  });

  it('reads Thunderbird’s exports', () => {
    expect(
      readUnder(
        'First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Organization,Web Page 1'
      )
    ).toEqual({
      'First Name': 'firstName',
      'Last Name': 'lastName',
      'Display Name': 'fullName',
      'Primary Email': 'email',
      'Secondary Email': 'email',
      'Work Phone': 'phone',
      'Home Phone': 'phone',
      'Mobile Number': 'mobile',
      Organization: 'company',
    });
    expect(
      readUnder(
        'Křestní jméno,Příjmení,Zobrazované jméno,Přezdívka,Hlavní e-mail,Druhý e-mail,Jméno v messengeru,Telefon do práce,Číslo faxu,Mobil,Organizace'
      )
    ).toEqual({
      'Křestní jméno': 'firstName',
      Příjmení: 'lastName',
      'Zobrazované jméno': 'fullName',
      'Hlavní e-mail': 'email',
      'Druhý e-mail': 'email',
      'Telefon do práce': 'phone',
      Mobil: 'mobile',
      Organizace: 'company',
    });
  });

  it.each([
    ['Nom', { Nom: 'fullName' }],
    ['Name', { Name: 'fullName' }],
    ['Jméno', { Jméno: 'fullName' }],
    ['NOM;PRENOM', { NOM: 'lastName', PRENOM: 'firstName' }],
    ['Name;First name', { Name: 'lastName', 'First name': 'firstName' }],
    [
      'Ligne directe;Přímá linka;Direct',
      { 'Ligne directe': 'directLine', 'Přímá linka': 'directLine', Direct: 'directLine' },
    ],
    ['Courriel;Telefon;GSM', { Courriel: 'email', Telefon: 'phone', GSM: 'mobile' }],
    ['Prénom;Nom;Nom ', { Prénom: 'firstName', Nom: 'lastName', 'Nom ': 'fullName' }],
    ['Phone Type;Phone', { 'Phone Type': 'phoneKind', Phone: 'phone' }],
    ['Phone Type;Town;Phone', { Phone: 'phone' }],
    ['Directeur;Mailing;Telegram', {}],
    ['__proto__;constructor;toString;', {}],
  ])('of %j reads %j', (headers, expected) => expect(readUnder(headers, ';')).toEqual(expected));

  it.each([
    ['Nom et prénom', 'last-first'],
    ['Prénom Nom', 'first-last'],
    ['Příjmení a jméno', 'last-first'],
    ['Jméno a příjmení', 'first-last'],
    ['Name (last, first)', 'last-first'],
    ['Nom complet', 'first-last'],
  ])('knows the order of the names under %j: %s', (header, nameOrder) => {
    expect(mapColumns([header], [])).toEqual({ fields: ['fullName'], nameOrder });
  });

  it('finds the addresses under a header that it does not know', () => {
    expect(mapColumns(['Nom', 'Wohin'], [['Noa', 'arthur@example.com']]).fields).toEqual(['fullName', 'email']);
  });

  it('does not take hostile headers for long', () => {
    const header = Array<string>(1_000).fill(`tel${' e'.repeat(50_000)}`);
    expect(mapColumns(header, []).fields).toHaveLength(1_000);
  });
});

describe('mapColumns, where there is no header', () => {
  it.each([
    [
      [['NOA', 'Arthur', 'arthur@example.com', '02 23 23 23 23', '06.22.33.44.55', 'Maison Premium']],
      ['lastName', 'firstName', 'email', 'phone', 'mobile', 'company'],
    ],
    [
      [
        ['Arthur', 'NOA'],
        ['Zoé', 'DUPONT'],
      ],
      ['firstName', 'lastName'],
    ],
    [[['Novák', 'Jan', '+420 601 123 456', 'jan@example.cz']], ['lastName', 'firstName', 'mobile', 'email']],
    [[['NOA'], ['Zoé']], ['lastName']],
    [[['Arthur Noa'], ['Zoé Dupont']], ['fullName']],
    [[['arthur@example.com'], ['']], ['email']],
    [[['12', '2024-01-02', '31.12.2024', '']], [null, null, null, null]],
    [[], []],
  ])('of %j reads %j', (rows, fields) => {
    expect(mapColumns(null, rows)).toEqual({ fields, nameOrder: 'first-last' });
  });
});
