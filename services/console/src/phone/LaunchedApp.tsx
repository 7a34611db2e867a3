import { useEffect, useRef, useState } from 'react';
import { seatFor } from './launched-seat';
import { browserStore, sitDown } from './memory';
import { PhoneApp } from './PhoneApp';
import { PhoneFrame } from './PhoneFrame';
import { usePhoneWords } from './use-phone-words';

/** A student who comes by a link of a learning platform: the ticket is a seat, and then the page is that of any phone. */
export function LaunchedApp({ ticket }: { ticket: string }) {
  const { t } = usePhoneWords();
  const [code, setCode] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const enter = async (): Promise<void> => {
      try {
        const launched = await seatFor(ticket);
        sitDown(browserStore, launched.code, launched.seat);
        setCode(launched.code);
      } catch (error) {
        setRefusal(error instanceof Error ? error.message : '');
      }
    };
    void enter();
  }, [ticket]);
  if (code !== null) return <PhoneApp launchedTo={code} />;
  const why = WHY[refusal ?? ''] ?? 'launched.again';
  return (
    <PhoneFrame place={t('brand')} title={t(refusal === null ? 'launched.opening' : `${why}.title`)}>
      {refusal !== null && <p className="soft">{t(`${why}.text`)}</p>}
    </PhoneFrame>
  );
}

const WHY: Readonly<Record<string, 'refused.full' | 'refused.locked' | 'refused.ended'>> = {
  'room-full': 'refused.full',
  'room-locked': 'refused.locked',
  'room-ended': 'refused.ended',
};
