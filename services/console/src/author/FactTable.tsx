import type { VocabularyFinding } from '../api/types';
import type { Vocabulary } from '../case-room/finding-words';
import { FindingPicker } from '../case-room/FindingPicker';
import type { Signed } from '../case-room/finding-sign';
import { Sign } from '../case-room/Sign';
import { useWords } from '../i18n/use-words';
import { type CaseFact, certaintyOf, factOf, factsRead, outcomeOf } from './case-form';
import { useFieldChecks } from './checks-context';
import { Said } from './fields';

type Facts = Readonly<Record<string, CaseFact>>;

/** How sure a fact of a case may be, in per cent; the engine counts it so. */
const SURE = [100, 90, 80, 70, 60];

interface RowProps {
  readonly id: string;
  readonly fact: CaseFact;
  readonly pointer: string;
  readonly known: VocabularyFinding | undefined;
  /** null takes it out. */
  readonly onChange: (fact: CaseFact | null) => void;
}

const signedAs = (outcome: string, certainty: number): Signed =>
  outcome === 'present' || outcome === 'absent'
    ? { presence: outcome, certainty }
    : { state: outcome, certainty };

function Outcome({ id, fact, pointer, known, onChange }: RowProps) {
  const { t } = useWords();
  const { control } = useFieldChecks(pointer);
  const outcome = outcomeOf(fact);
  const options =
    known?.domain === 'categorical'
      ? (known.states ?? []).map(({ code, name }) => [code, name] as const)
      : (['present', 'absent'] as const).map((value) => [value, t(`sign.${value}`)] as const);
  const listed = options.some(([value]) => value === outcome);
  return (
    <select
      {...control}
      className="field"
      aria-label={t('correct.value', { name: known?.name ?? id })}
      value={outcome}
      onChange={(event) => {
        onChange(factOf(event.target.value, certaintyOf(fact)));
      }}
    >
      {!listed && (
        <option value={outcome} disabled>
          {outcome === '' ? t('correct.chooseValue') : outcome}
        </option>
      )}
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Certainty({ id, fact, known, onChange }: RowProps) {
  const { t, percent } = useWords();
  const now = Math.round(certaintyOf(fact) * 100);
  const steps = SURE.includes(now) ? SURE : [...SURE, now].toSorted((a, b) => b - a);
  return (
    <select
      className="field"
      aria-label={t('author.sureOf', { name: known?.name ?? id })}
      value={now}
      onChange={(event) => {
        onChange(factOf(outcomeOf(fact), Number(event.target.value) / 100));
      }}
    >
      {steps.map((step) => (
        <option key={step} value={step}>
          {step === 100 ? t('author.sure') : t('findings.sure', { percent: percent(step / 100) })}
        </option>
      ))}
    </select>
  );
}

function Row(props: RowProps) {
  const { t } = useWords();
  const { id, fact, pointer, known, onChange } = props;
  const { checks, said } = useFieldChecks(pointer);
  const name = known?.name ?? id;
  return (
    <li data-fact={id}>
      <Sign finding={signedAs(outcomeOf(fact), certaintyOf(fact))} decorative />
      <span>{name}</span>
      <Outcome {...props} />
      <Certainty {...props} />
      <button
        type="button"
        className="x"
        aria-label={t('author.takeOut', { name })}
        onClick={() => {
          onChange(null);
        }}
      >
        ×
      </button>
      <Said id={said} checks={checks} />
    </li>
  );
}

/** The coded facts of one stage: what the engine is given, whatever the text says. */
export function FactTable(props: {
  facts: Facts;
  /** Of the facts in the case. */
  pointer: string;
  vocabulary: Vocabulary;
  onChange: (facts: Record<string, CaseFact>) => void;
}) {
  const { t } = useWords();
  const { facts, pointer, vocabulary, onChange } = props;
  const entries = Object.entries(facts);
  return (
    <>
      {vocabulary.size === 0 ? (
        <p className="small mute">{t('start.reading')}</p>
      ) : entries.length === 0 ? (
        <p className="small mute">{t('author.noFacts')}</p>
      ) : (
        <ul className="fact-rows" data-testid="facts">
          {entries.map(([id, fact]) => (
            <Row
              key={id}
              id={id}
              fact={fact}
              pointer={`${pointer}/${id}`}
              known={vocabulary.get(id)}
              onChange={(next) => {
                const { [id]: _before, ...others } = facts;
                onChange(next === null ? others : { ...facts, [id]: next });
              }}
            />
          ))}
        </ul>
      )}
      <FindingPicker
        label={t('findings.add')}
        onState={(finding) => {
          onChange({ ...facts, ...factsRead([finding], []) });
        }}
      />
    </>
  );
}
