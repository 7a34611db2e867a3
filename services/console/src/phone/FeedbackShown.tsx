import { usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** What the teacher released on one's own sentences, and that a language model drafted it. */
export function FeedbackShown() {
  const { t } = usePhoneWords();
  const { mine } = usePhoneState();
  const released = (mine?.rounds ?? []).flatMap(({ roundId, feedback }) =>
    feedback === undefined ? [] : [{ roundId, ...feedback }],
  );
  if (released.length === 0) return null;
  return (
    <section data-testid="feedback" className="ph-feedback">
      <h2 className="label">{t('feedback.heading')}</h2>
      {released.map(({ roundId, criteria, draftedBy }) => (
        <div key={roundId}>
          <dl>
            {criteria.map(({ criterion, judgement, advice }) => (
              <div key={criterion}>
                <dt>
                  <b>{criterion}</b> ({t(`feedback.${judgement}`)})
                </dt>
                <dd>{advice}</dd>
              </div>
            ))}
          </dl>
          <p className="small mute">{t('feedback.label', { model: draftedBy.model })}</p>
        </div>
      ))}
    </section>
  );
}
