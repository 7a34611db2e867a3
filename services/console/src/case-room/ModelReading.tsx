import type { Reading, ReadingDrop } from '../api/types';
import { useWords } from '../i18n/use-words';
import { type CodedFinding, type ListedFinding, saysTheSame } from './draft';
import type { Corrections } from './FindingSpan';
import { Sign } from './Sign';

type ReadFinding = Reading['findings'][number];

/** In the order in which they matter to a teacher. */
const VERDICTS = ['contradicts', 'adds', 'agrees'] as const;

/** What the model read, as the teacher who accepts it says it; only the narrative has places of its own. */
function statementOf({ findingId, name, presence, value, certainty, source }: ReadFinding): CodedFinding {
  return {
    findingId,
    name,
    ...(presence !== undefined && { presence }),
    ...(value !== undefined && { value: { code: value.code } }),
    certainty,
    ...(source !== undefined && source.stage === null && { at: { start: source.start, end: source.end } }),
    proposedBy: 'language-model',
  };
}

interface Props {
  readonly reading: Reading;
  /** Of the text that it quotes. */
  readonly lang: string;
  readonly listed: readonly ListedFinding[];
  readonly corrections: Corrections;
}

function Row({ found, lang, listed, corrections }: { found: ReadFinding } & Omit<Props, 'reading'>) {
  const { t } = useWords();
  const statement = statementOf(found);
  const isAccepted = listed.some(
    (finding) => finding.findingId === found.findingId && saysTheSame(finding, statement),
  );
  return (
    <li data-read={found.findingId}>
      <Sign finding={{ presence: found.presence, value: found.value }} />
      <span className="says">
        <span>{found.value === undefined ? found.name : `${found.name}: ${found.value.name}`}</span>
        {found.source !== undefined && <q lang={lang}>{found.source.quote}</q>}
      </span>
      {found.verdict !== 'agrees' && !isAccepted && (
        <button
          type="button"
          className="link small"
          aria-label={t('reading.acceptNamed', { name: found.name })}
          onClick={() => {
            corrections.onState(statement);
          }}
        >
          {t('reading.accept')}
        </button>
      )}
    </li>
  );
}

/** What was proposed and does not count, by its reason. */
function Dropped({ dropped }: { dropped: Reading['dropped'] }) {
  const { t, list } = useWords();
  const counts = Object.entries(dropped) as [ReadingDrop, number][];
  if (counts.length === 0) return null;
  const reasons = list(counts.map(([reason, count]) => t(`reading.drop-${reason}`, { count })));
  return (
    <p className="small mute" data-testid="dropped">
      {t('reading.dropped', { reasons })}
    </p>
  );
}

function Found({ reading, ...rest }: Props) {
  const { t } = useWords();
  const isMore = reading.findings.some(({ verdict }) => verdict !== 'agrees');
  return (
    <>
      <p className="small mute">{t('reading.by', { model: reading.model ?? '' })}</p>
      {!isMore && <p className="small">{t('reading.none')}</p>}
      {VERDICTS.map((verdict) => {
        const found = reading.findings.filter((each) => each.verdict === verdict);
        if (found.length === 0) return null;
        return (
          <details key={verdict} className="fnd left" open={verdict !== 'agrees'} data-verdict={verdict}>
            <summary>
              <h3>{t(`reading.${verdict}`, { count: found.length })}</h3>
            </summary>
            <ul>
              {found.map((each) => (
                <Row key={each.findingId} found={each} {...rest} />
              ))}
            </ul>
          </details>
        );
      })}
      <Dropped dropped={reading.dropped} />
    </>
  );
}

/** What a language model read in the same text, beside what the rules read: each of it waits for the teacher. */
export function ModelReading(props: Props) {
  const { t } = useWords();
  const { used, blocked } = props.reading;
  if (!used && blocked === undefined) return null;
  return (
    <section className="fnd model" aria-labelledby="h-reading">
      <div className="head">
        <h2 id="h-reading">{t('reading.heading')}</h2>
        <span className="tag draft">{t('reading.generated')}</span>
      </div>
      {blocked === undefined ? (
        <Found {...props} />
      ) : (
        <p className="small">{t(`reading.blocked-${blocked}`)}</p>
      )}
    </section>
  );
}
