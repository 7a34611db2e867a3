import { spacedCode } from './address';
import { BarButton, PhoneFrame } from './PhoneFrame';
import { usePhoneRoom, usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** Asks whether one means it, and says what goes and what stays. */
export function ForgetPage() {
  const { t } = usePhoneWords();
  const room = usePhoneRoom();
  const { code, forgetting } = usePhoneState();
  const isAsked = forgetting === 'asked';
  return (
    <PhoneFrame
      place={t('code.room', { code: spacedCode(code) })}
      title={t('forget.title')}
      action={
        <BarButton
          label={t(isAsked ? 'forget.going' : 'forget.go')}
          ready={!isAsked}
          onPress={() => void room.forget()}
        />
      }
    >
      <p className="soft">{t('forget.goes')}</p>
      <p className="soft">{t('forget.stays')}</p>
      {forgetting === 'unanswered' && (
        <p className="fault" role="alert">
          {t('forget.unanswered')}
        </p>
      )}
      <button
        type="button"
        className="ph-link"
        onClick={() => {
          room.thinkOfForgetting(false);
        }}
      >
        {t('forget.leave')}
      </button>
    </PhoneFrame>
  );
}

/** Says what was deleted, and what is left of it. */
export function ForgottenPage({ onLeave }: { onLeave: () => void }) {
  const { t } = usePhoneWords();
  const { code } = usePhoneState();
  return (
    <PhoneFrame
      place={t('code.room', { code: spacedCode(code) })}
      title={t('forget.done')}
      action={<BarButton label={t('code.another')} ready quiet onPress={onLeave} />}
    >
      <p className="soft">{t('forget.gone')}</p>
      <p className="soft">{t('forget.stays')}</p>
    </PhoneFrame>
  );
}
