import { spacedCode } from './address';
import { BarButton, PhoneFrame } from './PhoneFrame';
import { Revealed } from './ShownPage';
import { usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** After the lecture: what was shown stays to be read. */
export function EndedPage({ onLeave }: { onLeave: () => void }) {
  const { t } = usePhoneWords();
  const { code, frame, memory } = usePhoneState();
  const diagnosis = frame?.result?.diagnosis ?? null;
  const isUnsent = Object.values(memory.outbox).some(({ posting }) => posting === 'waiting');
  return (
    <PhoneFrame
      place={t('code.room', { code: spacedCode(code) })}
      title={t('ended.title')}
      action={<BarButton label={t('code.another')} ready quiet onPress={onLeave} />}
    >
      <p className="soft">{t('ended.text')}</p>
      {isUnsent && <p className="fault">{t('ended.unsent')}</p>}
      {diagnosis !== null && (
        <h2 className="ph-diagnosis">{t('score.title', { name: diagnosis.diagnosis.name })}</h2>
      )}
      <Revealed />
    </PhoneFrame>
  );
}
