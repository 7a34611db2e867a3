import { useEffect, useState } from 'react';
import type { ConsentInput } from '../room/types';
import { spacedCode } from './address';
import { ConsentFields } from './ConsentFields';
import { consentsToAsk } from './consents-to-ask';
import { PhoneFrame } from './PhoneFrame';
import { usePhoneRoom, usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

const LONGEST_NAME = 40;
const LONGEST_CODE = 20;

/** Takes a seat: with a name or without, anew or as who one was on another phone. */
export function JoinPage() {
  const { t } = usePhoneWords();
  const room = usePhoneRoom();
  const { code, door, joining, refusal, link } = usePhoneState();
  const [name, setName] = useState('');
  const [resumes, setResumes] = useState(false);
  const [resumeCode, setResumeCode] = useState('');
  const [asked, setAsked] = useState(false);
  const isSignedIn = door?.signedIn === true;
  const [consents, setConsents] = useConsents(isSignedIn);
  return (
    <PhoneFrame
      place={t('code.room', { code: spacedCode(code) })}
      title={t('join.title', { code: spacedCode(code) })}
    >
      <p className="soft">{t('join.why')}</p>
      <form
        className="ph-form"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          void room.join(name.trim(), resumes ? resumeCode.trim() : '', isSignedIn ? (consents ?? []) : null);
        }}
      >
        <Field
          id="name"
          label={t('join.name')}
          hint={t('join.nameHint')}
          value={name}
          longest={LONGEST_NAME}
          onChange={setName}
        />
        {resumes ? (
          <Field
            id="resume"
            label={t('join.resume')}
            value={resumeCode}
            longest={LONGEST_CODE}
            onChange={setResumeCode}
            {...(refusal === 'resume-code' && { fault: t('join.badResume') })}
          />
        ) : (
          <button
            type="button"
            className="ph-link"
            onClick={() => {
              setResumes(true);
            }}
          >
            {t('join.again')}
          </button>
        )}
        {isSignedIn && consents !== null && <ConsentFields consents={consents} onChange={setConsents} />}
        <p className="small soft">{t('join.kept')}</p>
        {asked && !joining && link === 'lost' && (
          <p className="fault" role="alert">
            {t('join.unanswered')}
          </p>
        )}
        <button type="submit" className="ph-btn primary" aria-disabled={joining}>
          {joining ? t('join.going') : t('join.go')}
        </button>
      </form>
    </PhoneFrame>
  );
}

/** What an account is asked; null until it is known what it has decided before, and then that holds. */
function useConsents(isSignedIn: boolean) {
  const room = usePhoneRoom();
  const [consents, setConsents] = useState<readonly ConsentInput[] | null>(null);
  useEffect(() => {
    if (!isSignedIn) return;
    room.decided().then(
      (before) => {
        setConsents(consentsToAsk(before));
      },
      () => undefined,
    );
  }, [room, isSignedIn]);
  return [consents, setConsents] as const;
}

function Field(props: {
  id: string;
  label: string;
  hint?: string;
  fault?: string;
  value: string;
  longest: number;
  onChange: (value: string) => void;
}) {
  const { id, fault, hint } = props;
  return (
    <div>
      <label className="label" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className={fault === undefined ? 'ph-field' : 'ph-field bad'}
        value={props.value}
        maxLength={props.longest}
        autoComplete="off"
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          props.onChange(event.target.value);
        }}
      />
      <p
        className={fault === undefined ? 'small soft' : 'fault'}
        id={`${id}-hint`}
        role={fault === undefined ? undefined : 'alert'}
      >
        {fault ?? hint}
      </p>
    </div>
  );
}
