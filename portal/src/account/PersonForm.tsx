import { useMemo, useState } from 'react';
import { locales } from '../../../contract/constants';
import { updateMe, type Guest } from '../api/guestAccess';
import { Form } from '../form/Form';
import { SelectField } from '../form/SelectField';
import { TextField } from '../form/TextField';
import { useSubmit, type Explain } from '../form/useSubmit';
import { languageName } from '../language/languageNames';
import { isLocale } from '../language/chooseLocale';
import { useLanguage } from '../language/LanguageProvider';
import { useAnnounce } from '../page/Announcer';
import { DraftNotice } from '../page/DraftNotice';
import { useSession } from '../session/SessionProvider';
import { useDraft, useFoundDraft } from '../session/useDraft';
import { countriesIn } from '../../../contract/countries';
import { personChanges, personInput, personOfDraft, personTyped, type PersonInput } from './personChanges';
import { timeZoneGroups, zoneLabel } from '../language/timeZones';

interface PersonFormProps {
  readonly guest: Guest;
  readonly readOnly: boolean;
}

const atFields: Explain = (problem) =>
  problem.kind === 'invalid' && Object.keys(problem.faults).length > 0 ? problem.faults : null;

/** Names, language, mobile, country, time zone. */
export const PersonForm = ({ guest, readOnly }: PersonFormProps) => {
  const { t, locale, choose } = useLanguage();
  const { setGuest } = useSession();
  const announce = useAnnounce();
  const { busy, problem, errors, refuse, send } = useSubmit();
  const draft = useFoundDraft('profile');
  const [restored, setRestored] = useState(() => personOfDraft(personInput(guest), draft?.input));
  const [input, setInput] = useState(() => ({ ...personInput(guest), ...restored }));
  useDraft('profile', personTyped(guest, input));
  const [told, setTold] = useState<'profile.saved' | 'form.unchanged' | null>(null);
  const countries = useMemo(() => countriesIn(locale), [locale]);
  const areas = useMemo(() => timeZoneGroups(guest.timeZone), [guest.timeZone]);

  const change = (part: Partial<PersonInput>) => {
    setInput((before) => ({ ...before, ...part }));
    setTold(null);
  };
  const tell = (what: 'profile.saved' | 'form.unchanged') => {
    setTold(what);
    announce(t(what));
  };

  const submit = async () => {
    if (input.lastName.trim() === '') return refuse({ lastName: 'form.missingValue' });
    const changes = personChanges(guest, input);
    if (Object.keys(changes).length === 0) {
      refuse({});
      return tell('form.unchanged');
    }
    const answer = await send(() => updateMe(changes), atFields);
    if (answer === null) return;
    setGuest(answer.data);
    setInput(personInput(answer.data));
    setRestored(null);
    if (changes.locale !== undefined) choose(changes.locale);
    tell('profile.saved');
  };

  return (
    <section className="panel" aria-labelledby="profile-person">
      <h2 id="profile-person">{t('profile.person')}</h2>
      {draft !== null && restored !== null && (
        <DraftNotice
          draft={draft}
          text="draft.restored"
          ways={[
            {
              label: 'draft.startOver',
              take: () => {
                setInput(personInput(guest));
                setRestored(null);
              },
            },
          ]}
        />
      )}
      <Form
        errors={errors}
        problem={problem}
        busy={busy}
        readOnly={readOnly}
        submitLabel={t('form.save')}
        busyLabel={t('form.saving')}
        onSubmit={() => void submit()}
        aside={told !== null && <span className="told">{t(told)}</span>}
      >
        <TextField
          label={t('form.firstName')}
          name="firstName"
          autoComplete="given-name"
          maxLength={120}
          error={errors['firstName']}
          value={input.firstName}
          onChange={(firstName) => change({ firstName })}
        />
        <TextField
          label={t('form.lastName')}
          name="lastName"
          autoComplete="family-name"
          maxLength={120}
          error={errors['lastName']}
          value={input.lastName}
          onChange={(lastName) => change({ lastName })}
        />
        <TextField
          label={t('profile.mobile')}
          name="mobile"
          type="tel"
          autoComplete="tel"
          maxLength={40}
          error={errors['mobile']}
          value={input.mobile}
          onChange={(mobile) => change({ mobile })}
        />
        <SelectField
          label={t('profile.language')}
          name="locale"
          hint={t('profile.languageHint')}
          error={errors['locale']}
          value={input.locale}
          onChange={(value) => isLocale(value) && change({ locale: value })}
        >
          {locales.map((each) => (
            <option key={each} value={each}>
              {languageName(each, locale)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('profile.country')}
          name="country"
          autoComplete="country"
          error={errors['country']}
          value={input.country}
          onChange={(country) => change({ country })}
        >
          <option value="">{t('value.none')}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('profile.timeZone')}
          name="timeZone"
          error={errors['timeZone']}
          value={input.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        >
          <option value="">{t('value.none')}</option>
          {areas.map(({ area, zones }) => (
            <optgroup key={area} label={area}>
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zoneLabel(zone)}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
      </Form>
    </section>
  );
};
