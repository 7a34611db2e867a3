import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '../api/context';
import type { Run, WhatIfAnswer } from '../api/types';
import { ProbabilityBar } from '../charts/ProbabilityBar';
import { useWords } from '../i18n/use-words';
import { type CodedFinding, stated } from './draft';
import { FindingPicker } from './FindingPicker';
import { type Vocabulary, valueText } from './finding-words';
import { bySign } from './finding-sign';
import { RunView } from './RunView';
import { Sign } from './Sign';
import { useRowMotion } from './use-row-motion';
import {
  AS_IT_IS,
  isOtherwise,
  type Otherwise,
  toggled,
  whatIfChange,
  whatIfInput,
  whatIfRows,
  withAdded,
} from './what-if';

const ROWS = 8;
const MOVES_SAID = 3;

interface WhatIfProps {
  readonly run: Run;
  readonly vocabulary: Vocabulary;
  readonly nameOf: (findingId: string) => string;
  /** Takes a change over into the case, where it waits to be ranked. */
  readonly onState: (finding: CodedFinding) => void;
}

/** The findings of the run to tick off, and others to add. */
function Ticks(props: WhatIfProps & { otherwise: Otherwise; onChange: (otherwise: Otherwise) => void }) {
  const { t, locale } = useWords();
  const { run, vocabulary, nameOf, otherwise, onChange } = props;
  const counted = bySign(run.understood?.findings ?? []).filter(
    ({ assertion = 'current', presence }) => assertion === 'current' && presence !== 'unknown',
  );
  return (
    <fieldset>
      <legend className="label">{t('whatIf.counted')}</legend>
      {counted.map((finding) => {
        const { findingId } = finding;
        const value = valueText(finding, vocabulary, locale);
        return (
          <label key={findingId} className="tick" data-what-if={findingId}>
            <input
              type="checkbox"
              checked={!otherwise.without.includes(findingId)}
              onChange={() => {
                onChange(toggled(otherwise, findingId));
              }}
            />
            <span>
              {value === '' ? nameOf(findingId) : t('evidence.withValue', { name: nameOf(findingId), value })}
            </span>
            <Sign finding={finding} />
          </label>
        );
      })}
      {otherwise.added.map((finding) => (
        <label key={finding.findingId} className="tick" data-what-if={finding.findingId}>
          <input
            type="checkbox"
            checked
            onChange={() => {
              const added = otherwise.added.filter((each) => each !== finding);
              onChange({ ...otherwise, added });
            }}
          />
          <span>
            {finding.value === undefined
              ? finding.name
              : t('evidence.withValue', {
                  name: finding.name,
                  value: valueText(finding, vocabulary, locale),
                })}
          </span>
          <Sign finding={finding} />
        </label>
      ))}
      <FindingPicker
        label={t('whatIf.add')}
        onState={(finding) => {
          onChange(withAdded(otherwise, finding));
        }}
      />
    </fieldset>
  );
}

/** What would change, in sentences. */
function Said({ answer }: { answer: WhatIfAnswer }) {
  const { t, percent, text } = useWords();
  const { newFirst, moves } = whatIfChange(answer, MOVES_SAID);
  return (
    <p role="status" data-testid="what-if-words">
      {text([
        newFirst === null ? '' : t('whatIf.newFirst', { name: newFirst }),
        ...moves.map(({ name, before, after }) =>
          t(after > before ? 'whatIf.rises' : 'whatIf.falls', {
            name,
            before: percent(before),
            after: percent(after),
          }),
        ),
        moves.length === 0 && newFirst === null ? t('whatIf.same') : '',
      ])}
    </p>
  );
}

function Rows({ answer }: { answer: WhatIfAnswer }) {
  const { t, percent } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const rows = whatIfRows(answer, ROWS);
  useRowMotion(list, rows.map(({ key }) => key).join());
  return (
    <>
      <ol className="what-if-rows" ref={list} data-testid="what-if">
        {rows.map(({ key, name, probability, before }) => {
          const told = name ?? t('differential.otherShort');
          return (
            <li key={key} data-row={key}>
              <span>{told}</span>
              <ProbabilityBar
                kind={name === null ? 'other' : 'disease'}
                probability={probability}
                earlier={before}
                sentence={t('whatIf.bar', {
                  name: told,
                  after: percent(probability),
                  before: percent(before),
                })}
              />
              <span className="num">
                {percent(before)} → <b>{percent(probability)}</b>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="small mute">{t('whatIf.key')}</p>
    </>
  );
}

/** The list if findings were otherwise: ticked off or added, worked out at once, and nothing stored. */
export function WhatIf(props: WhatIfProps) {
  const api = useApi();
  const { t, locale } = useWords();
  const { run, nameOf, onState } = props;
  const [otherwise, setOtherwise] = useState(AS_IT_IS);
  const asked = isOtherwise(otherwise);
  const input = whatIfInput(otherwise);
  const query = useQuery({
    queryKey: ['what-if', run.id, input, locale],
    queryFn: ({ signal }) => api.whatIf(run.id, input, locale, signal),
    enabled: asked,
    staleTime: Infinity,
    // The list stays where it was until the next answer, so that its rows can travel.
    placeholderData: (previous) => previous,
  });
  return (
    <div className="what-if">
      <Ticks {...props} otherwise={otherwise} onChange={setOtherwise} />
      <div aria-busy={query.isFetching}>
        {!asked && <p className="small mute">{t('whatIf.hint')}</p>}
        {asked && (
          <>
            <RunView query={query}>
              {(answer) => (
                <>
                  <Said answer={answer} />
                  <Rows answer={answer} />
                </>
              )}
            </RunView>
            <p className="links">
              <button
                type="button"
                className="link"
                onClick={() => {
                  for (const findingId of otherwise.without)
                    onState(stated({ findingId, name: nameOf(findingId) }, 'not-a-finding'));
                  for (const finding of otherwise.added) onState(finding);
                  setOtherwise(AS_IT_IS);
                }}
              >
                {t('whatIf.keep')}
              </button>
              <button
                type="button"
                className="link"
                onClick={() => {
                  setOtherwise(AS_IT_IS);
                }}
              >
                {t('whatIf.undo')}
              </button>
            </p>
          </>
        )}
      </div>
    </div>
  );
}
