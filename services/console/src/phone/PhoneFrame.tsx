import { type ReactNode, useEffect } from 'react';
import { LogoIcon } from '../app/icons';
import { chooseLanguage } from '../i18n/start';
import { ForgetLink } from './ForgetLink';
import { useIsRehearsal, useRoomIfAny } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** Head, page and action bar of a phone. */
export function PhoneFrame(props: {
  /** Beside the sign: the room. */
  place: string;
  /** At the right: stage and time. */
  when?: ReactNode;
  title: string;
  children: ReactNode;
  /** The bar at the bottom. */
  action?: ReactNode;
}) {
  const { t, locale } = usePhoneWords();
  const { title } = props;
  const room = useRoomIfAny();
  const isRehearsal = useIsRehearsal();
  useEffect(() => {
    document.title = `${title} · OpenRounds`;
  }, [title]);
  return (
    <div className="ph">
      <header className="ph-top">
        <span className="ph-place">
          <LogoIcon />
          {props.place}
          {isRehearsal && <span className="ph-mark">{t('rehearsal.mark')}</span>}
        </span>
        <span className="ph-when num">{props.when}</span>
      </header>
      <main className="ph-in" id="main">
        <h1>{title}</h1>
        {props.children}
      </main>
      <footer className="ph-foot">
        <span>{t('purpose')}</span>
        {room !== null && <ForgetLink />}
        <button
          type="button"
          className="ph-lang"
          lang={locale === 'zh' ? 'en' : 'zh'}
          onClick={() => {
            void chooseLanguage(locale === 'zh' ? 'en' : 'zh');
          }}
        >
          {locale === 'zh' ? 'English' : '中文'}
        </button>
      </footer>
      {props.action !== undefined && (
        <section className="ph-bar" aria-label={title}>
          {props.action}
        </section>
      )}
    </div>
  );
}

/** A button of the action bar; where it cannot be pressed it says what to do first. */
export function BarButton(props: { label: string; ready: boolean; onPress: () => void; quiet?: boolean }) {
  return (
    <button
      type="button"
      className={props.quiet === true ? 'ph-btn' : 'ph-btn primary'}
      aria-disabled={!props.ready}
      onClick={() => {
        if (props.ready) props.onPress();
      }}
    >
      {props.label}
    </button>
  );
}
