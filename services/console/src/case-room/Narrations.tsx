import { useMutation } from '@tanstack/react-query';
import type { Narration, Run } from '../api/types';
import { useApi } from '../api/context';
import { useHasModel } from '../api/use-meta';
import { newIdempotencyKey } from '../api/use-idempotency-key';
import { useWords } from '../i18n/use-words';
import { ToldSentences } from './ToldSentences';

type Audience = Narration['audience'];
const AUDIENCES: readonly Audience[] = ['clinician', 'patient'];

/** Sentences of the model, each with what it rests on; what was dropped is counted. */
function Told({ narration, run }: { narration: Narration; run: Run }) {
  const { t } = useWords();
  const dropped = Object.values(narration.dropped).reduce((sum, count) => sum + count, 0);
  const [first] = narration.sentences;
  return (
    <div data-testid="narration" data-audience={narration.audience} lang={narration.language}>
      {first !== undefined && (
        <p className="small mute">
          {narration.label} {t('narrations.by', first.generatedBy)}
        </p>
      )}
      {narration.status === 'waiting' && <p>{t('narrations.late')}</p>}
      {narration.fault !== null && <p>{narration.fault.text}</p>}
      <ToldSentences sentences={narration.sentences} language={narration.language} run={run} />
      {dropped > 0 && <p className="small mute">{t('narrations.dropped', { count: dropped })}</p>}
    </div>
  );
}

function OneNarration({ run, audience }: { run: Run; audience: Audience }) {
  const api = useApi();
  const { t, locale } = useWords();
  const { mutate, data, isPending, isError } = useMutation({
    mutationFn: () => api.narrate(run.id, audience, newIdempotencyKey(), locale),
  });
  return (
    <div>
      <button
        type="button"
        className="btn"
        aria-disabled={isPending}
        onClick={() => {
          if (!isPending) mutate();
        }}
      >
        {t(`narrations.ask.${audience}`)}
      </button>
      <div aria-live="polite">
        {isPending && <p className="small mute">{t('narrations.waiting')}</p>}
        {isError && <p>{t('narrations.failed')}</p>}
        {data !== undefined && !isPending && <Told narration={data} run={run} />}
      </div>
    </div>
  );
}

/** The run in sentences of the language model: for colleagues, and as one would say it to the patient. */
export function Narrations({ run }: { run: Run }) {
  const { t } = useWords();
  if (!useHasModel()) return null;
  return (
    <div data-testid="narrations">
      <h3>{t('narrations.heading')}</h3>
      <p className="small mute">{t('narrations.hint')}</p>
      {AUDIENCES.map((audience) => (
        <OneNarration key={`${run.id} ${audience}`} run={run} audience={audience} />
      ))}
    </div>
  );
}
