import type { ActivityAction, ActorKind } from './activity';
import { elide } from './elision';
import type { Locale } from './locales';
import type { TrailLine } from './trail';

/** What a line of the trail says, with `{actor}`, `{guest}`, `{row}`, `{type}` and `{count}` where it names them. */
type Sentences = Readonly<Record<ActivityAction, string>>;

const fr: Sentences = {
  'access.saved': '{actor} a sauvegardé l’accès de {guest}.',
  'access.deleted': '{actor} a supprimé l’accès de {guest}.',
  'key.issued': '{actor} a obtenu une clé pour {guest}.',
  'key.revealed': '{actor} a affiché la clé de {guest}.',
  'key.revoked': '{actor} a révoqué la clé de {guest}.',
  'key.sent': '{actor} a envoyé sa clé à {guest}.',
  'key.prolonged': '{actor} a changé le dernier jour de la clé de {guest}.',
  'guest.logged-in': '{actor} est entré dans le portail.',
  'preview.started': '{actor} a regardé le portail comme {guest}.',
  'guest.created': '{actor} a créé l’invité {guest}.',
  'guest.updated': '{actor} a modifié la fiche de {guest}.',
  'guest.invited': '{actor} a envoyé une invitation à {guest}.',
  'guest.approved': '{actor} a approuvé {guest}.',
  'guest.closed': '{actor} a fermé l’accès de {guest}.',
  'guest.opened': '{actor} a rouvert l’accès de {guest}.',
  'guest.deleted': '{actor} a supprimé l’invité {guest}.',
  'guest.address-freed': '{actor} a libéré l’adresse de {guest}.',
  'guest.joined': '{actor} s’est inscrit.',
  'password.set': '{actor} a choisi son mot de passe.',
  'password.changed': '{actor} a changé son mot de passe.',
  'password.reset-asked': '{actor} a demandé un nouveau mot de passe.',
  'email.change-asked': '{actor} a demandé à changer d’adresse.',
  'email.changed': '{actor} a changé d’adresse.',
  'email.undone': 'Le changement d’adresse de {guest} a été annulé.',
  'session.ended': '{actor} a fermé des sessions de {guest} : {count}.',
  'invitation-link.created': '{actor} a créé un lien d’invitation.',
  'invitation-link.revealed': '{actor} a affiché un lien d’invitation.',
  'invitation-link.revoked': '{actor} a révoqué un lien d’invitation.',
  'settings.saved': '{actor} a enregistré les réglages.',
  'contacts.exported': '{actor} a exporté des contacts : {count}.',
  'guests.exported': '{actor} a exporté des invités : {count}.',
  'trail.exported': '{actor} a exporté ce journal.',
  'trail.purged': 'Les lignes du journal qui avaient fait leur temps ont été effacées : {count}.',
  'list.seen': '{actor} a regardé la liste « {type} ».',
  'row.seen': '{actor} a ouvert {row}.',
  'row.created': '{actor} a ajouté {row}.',
  'row.updated': '{actor} a modifié {row}.',
  'row.deleted': '{actor} a supprimé {row}.',
  'entrance.refused': 'Une entrée a été refusée à quelqu’un qui se présentait comme {guest} : {count} fois.',
  'posture.accepted': '{actor} a accepté un point d’attention.',
  'posture.reopened': '{actor} a rouvert un point d’attention accepté.',
  'posture.repaired': '{actor} a corrigé un point d’attention.',
};

const en: Sentences = {
  'access.saved': '{actor} saved the access of {guest}.',
  'access.deleted': '{actor} deleted the access of {guest}.',
  'key.issued': '{actor} obtained a key for {guest}.',
  'key.revealed': '{actor} displayed the key of {guest}.',
  'key.revoked': '{actor} revoked the key of {guest}.',
  'key.sent': '{actor} sent {guest} their key.',
  'key.prolonged': '{actor} changed the last day of the key of {guest}.',
  'guest.logged-in': '{actor} entered the portal.',
  'preview.started': '{actor} looked at the portal as {guest}.',
  'guest.created': '{actor} created the guest {guest}.',
  'guest.updated': '{actor} changed the profile of {guest}.',
  'guest.invited': '{actor} sent an invitation to {guest}.',
  'guest.approved': '{actor} approved {guest}.',
  'guest.closed': '{actor} closed the access of {guest}.',
  'guest.opened': '{actor} reopened the access of {guest}.',
  'guest.deleted': '{actor} deleted the guest {guest}.',
  'guest.address-freed': '{actor} freed the address of {guest}.',
  'guest.joined': '{actor} joined.',
  'password.set': '{actor} chose their password.',
  'password.changed': '{actor} changed their password.',
  'password.reset-asked': '{actor} asked for a new password.',
  'email.change-asked': '{actor} asked to change their address.',
  'email.changed': '{actor} changed their address.',
  'email.undone': 'The change of address of {guest} was taken back.',
  'session.ended': '{actor} ended sessions of {guest}: {count}.',
  'invitation-link.created': '{actor} created an invitation link.',
  'invitation-link.revealed': '{actor} displayed an invitation link.',
  'invitation-link.revoked': '{actor} revoked an invitation link.',
  'settings.saved': '{actor} saved the settings.',
  'contacts.exported': '{actor} exported contacts: {count}.',
  'guests.exported': '{actor} exported guests: {count}.',
  'trail.exported': '{actor} exported this trail.',
  'trail.purged': 'Lines of the trail whose time was over were erased: {count}.',
  'list.seen': '{actor} looked at the list “{type}”.',
  'row.seen': '{actor} opened {row}.',
  'row.created': '{actor} added {row}.',
  'row.updated': '{actor} changed {row}.',
  'row.deleted': '{actor} deleted {row}.',
  'entrance.refused': 'Somebody who came as {guest} was not let in: {count} times.',
  'posture.accepted': '{actor} accepted a risk.',
  'posture.reopened': '{actor} reopened an accepted risk.',
  'posture.repaired': '{actor} repaired a risk.',
};

/** In the present: the past would have to say whether somebody is a man or a woman. */
const cs: Sentences = {
  'access.saved': '{actor} ukládá přístup hosta {guest}.',
  'access.deleted': '{actor} maže přístup hosta {guest}.',
  'key.issued': '{actor} vydává klíč pro hosta {guest}.',
  'key.revealed': '{actor} zobrazuje klíč hosta {guest}.',
  'key.revoked': '{actor} ruší klíč hosta {guest}.',
  'key.sent': '{actor} posílá klíč hostovi {guest}.',
  'key.prolonged': '{actor} mění poslední den klíče hosta {guest}.',
  'guest.logged-in': '{actor} vstupuje do portálu.',
  'preview.started': '{actor} prohlíží portál jako host {guest}.',
  'guest.created': '{actor} zakládá hosta {guest}.',
  'guest.updated': '{actor} mění údaje hosta {guest}.',
  'guest.invited': '{actor} posílá pozvánku hostovi {guest}.',
  'guest.approved': '{actor} schvaluje hosta {guest}.',
  'guest.closed': '{actor} uzavírá přístup hosta {guest}.',
  'guest.opened': '{actor} znovu otevírá přístup hosta {guest}.',
  'guest.deleted': '{actor} maže hosta {guest}.',
  'guest.address-freed': '{actor} uvolňuje adresu hosta {guest}.',
  'guest.joined': '{actor} se registruje.',
  'password.set': '{actor} si volí heslo.',
  'password.changed': '{actor} si mění heslo.',
  'password.reset-asked': '{actor} žádá o nové heslo.',
  'email.change-asked': '{actor} žádá o změnu adresy.',
  'email.changed': '{actor} mění svou adresu.',
  'email.undone': 'Změna adresy hosta {guest} je vrácena.',
  'session.ended': '{actor} ukončuje relace hosta {guest}: {count}.',
  'invitation-link.created': '{actor} vytváří zvací odkaz.',
  'invitation-link.revealed': '{actor} zobrazuje zvací odkaz.',
  'invitation-link.revoked': '{actor} ruší zvací odkaz.',
  'settings.saved': '{actor} ukládá nastavení.',
  'contacts.exported': '{actor} exportuje kontakty: {count}.',
  'guests.exported': '{actor} exportuje hosty: {count}.',
  'trail.exported': '{actor} exportuje tuto historii.',
  'trail.purged': 'Řádky historie, kterým vypršel čas, jsou vymazány: {count}.',
  'list.seen': '{actor} prohlíží seznam „{type}“.',
  'row.seen': '{actor} otevírá {row}.',
  'row.created': '{actor} přidává {row}.',
  'row.updated': '{actor} mění {row}.',
  'row.deleted': '{actor} maže {row}.',
  'entrance.refused': 'Kdo se hlásil jako {guest}, nebyl vpuštěn: {count}×.',
  'posture.accepted': '{actor} přijímá riziko.',
  'posture.reopened': '{actor} znovu otevírá přijaté riziko.',
  'posture.repaired': '{actor} napravuje riziko.',
};

export const trailSentences: Readonly<Record<Locale, Sentences>> = { fr, en, cs };

/** Who did it, where no name is told; at the beginning of a sentence. */
const unnamedActors: Readonly<Record<Locale, Readonly<Record<ActorKind, string>>>> = {
  fr: { guest: 'Un invité', editor: 'Un éditeur', system: 'Le site' },
  en: { guest: 'A guest', editor: 'An editor', system: 'The site' },
  cs: { guest: 'Host', editor: 'Editor', system: 'Web' },
};

/** A title of a row, in a sentence. */
const quotes: Readonly<Record<Locale, readonly [string, string]>> = {
  fr: ['« ', ' »'],
  en: ['“', '”'],
  cs: ['„', '“'],
};

/** Whom or what it is about, where no name is told; within a sentence. */
const unnamed: Readonly<Record<Locale, { readonly guest: string; readonly row: string }>> = {
  fr: { guest: 'un invité', row: 'un élément' },
  en: { guest: 'a guest', row: 'an entry' },
  cs: { guest: '(beze jména)', row: 'záznam' },
};

/** A piece of a sentence; `of` what it names, null where it names nothing. */
export interface SentencePart {
  readonly text: string;
  readonly of: 'actor' | 'guest' | 'row' | null;
}

/** Private characters behind each value, so that it is found again in the sentence; they never leave this file. */
const marks = { actor: '\uE011', guest: '\uE012', row: '\uE013' } as const;
const named = Object.entries(marks) as [keyof typeof marks, string][];

/** A row by its type and, where it is told, its title. */
const titled = ({ typeName, title }: NonNullable<TrailLine['row']>, locale: Locale): string =>
  title === null ? typeName : `${typeName} ${quotes[locale].join(title)}`;

/** What a line says, in a language, piece by piece. */
export const sentenceParts = ({ action, actor, guest, row, count }: TrailLine, locale: Locale): SentencePart[] => {
  const values = {
    actor: actor.name ?? unnamedActors[locale][actor.kind],
    guest: guest?.name ?? unnamed[locale].guest,
    row: row ? titled(row, locale) : unnamed[locale].row,
  };
  const all = {
    ...Object.fromEntries(named.map(([name, mark]) => [name, values[name] + mark])),
    type: row?.typeName ?? unnamed[locale].row,
    count: new Intl.NumberFormat(locale).format(count ?? 1),
  };
  const fill = (filled: Readonly<Record<string, string>>) =>
    trailSentences[locale][action].replace(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? '');
  const sentence = locale === 'fr' ? elide(fill, all) : fill(all);
  return sentence.split(/(?<=[\uE011-\uE013])/u).flatMap((piece): SentencePart[] => {
    const of = named.find(([, mark]) => piece.endsWith(mark))?.[0];
    if (of === undefined) return piece === '' ? [] : [{ text: piece, of: null }];
    const start = piece.length - 1 - values[of].length;
    return [...(start > 0 ? [{ text: piece.slice(0, start), of: null }] : []), { text: values[of], of }];
  });
};

/** The same as one text. */
export const sentenceOf = (line: TrailLine, locale: Locale): string =>
  sentenceParts(line, locale)
    .map(({ text }) => text)
    .join('');
