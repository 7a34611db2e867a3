import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CaseBody, Language } from '../api/types';
import { useMaskedWords } from '../i18n/use-masked-words';
import { useWords } from '../i18n/use-words';
import { type BilingualText, type CaseForm, isEmptyText } from './case-form';
import { stageTitle } from './stage-title';
import { useDiseases, useFindings, useProblems, useTests } from './use-named';

/** A text in the language of the page, or in the other one, then marked as such; as students see it. */
export function Told({ text }: { text: BilingualText }) {
  const { t, locale } = useWords();
  const readable = useMaskedWords();
  const other: Language = locale === 'en' ? 'zh' : 'en';
  const own = text[locale] ?? '';
  if (own.trim() !== '') return <>{readable(own, locale)}</>;
  const foreign = text[other] ?? '';
  return foreign.trim() === '' ? (
    <span className="mute">{t('author.nothingWritten')}</span>
  ) : (
    <span lang={other}>{readable(foreign, other)}</span>
  );
}

function Patient({ form }: { form: CaseForm }) {
  const { t, age } = useWords();
  const problems = useProblems();
  const { patient, setting, presentingProblem } = form;
  const facts = [
    [
      t('patient.age'),
      patient.ageYears === null ? t('patient.notGiven') : age({ value: patient.ageYears, unit: 'a' }),
    ],
    [t('patient.sex'), t(`patient.${patient.sex}`)],
    ...(patient.pregnant === undefined
      ? []
      : [[t('patient.pregnant'), t(patient.pregnant ? 'patient.yes' : 'patient.no')]]),
    [t('patient.setting'), t(`patient.${setting}`)],
    [
      t('author.problem'),
      presentingProblem === '' ? t('patient.notGiven') : problems.nameOf(presentingProblem),
    ],
  ];
  return (
    <dl className="facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function List({ heading, items }: { heading: string; items: readonly ReactNode[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul className="told">
        {items.map((item, place) => (
          <li key={place}>{item}</li>
        ))}
      </ul>
    </>
  );
}

/** The teacher's key and what is to be remembered; shown when it is asked for, never before. */
function Key({ form }: { form: CaseForm }) {
  const { t, list } = useWords();
  const { nameOf } = useDiseases();
  const tests = useTests();
  const findings = useFindings();
  const { key, teachingPoints, questions = [], choices = [], essential = [] } = form;
  return (
    <section className="key-told" aria-labelledby="h-key" data-testid="key">
      <h2 id="h-key" tabIndex={-1}>
        {t('author.part.key')}
      </h2>
      <p className="diagnosis">{key.diagnosis === '' ? t('author.nothingWritten') : nameOf(key.diagnosis)}</p>
      {(key.acceptable ?? []).length > 0 && (
        <p className="small soft">
          {t('author.acceptableAre', { names: list((key.acceptable ?? []).map(nameOf)) })}
        </p>
      )}
      <List
        heading={t('author.alternatives')}
        items={(key.alternatives ?? []).map(({ id, why }) => (
          <>
            <b>{nameOf(id)}</b> <Told text={why} />
          </>
        ))}
      />
      <List heading={t('author.mustConsider')} items={(key.mustConsider ?? []).map(nameOf)} />
      <List heading={t('author.essential')} items={essential.map(findings.nameOf)} />
      <List
        heading={t('author.choices')}
        items={choices.flat().map(({ testId, verdict, why }) => (
          <>
            <b>{tests.nameOf(testId)}</b> {t(`author.verdict.${verdict}`)}
            {why !== undefined && !isEmptyText(why) && (
              <span className="soft answer">
                <Told text={why} />
              </span>
            )}
          </>
        ))}
      />
      <List
        heading={t('author.teachingPoints')}
        items={teachingPoints
          .filter((point) => !isEmptyText(point))
          .map((point, n) => (
            <Told key={n} text={point} />
          ))}
      />
      <List
        heading={t('author.questions')}
        items={questions.map(({ ask, answer, options, draftedBy }) => (
          <>
            <Told text={ask} />
            {options !== undefined && (
              <ol type="A">
                {options.map(({ text, right }, place) => (
                  <li key={place}>
                    <Told text={text} />
                    {right && <b> {t('drafts.right')}</b>}
                  </li>
                ))}
              </ol>
            )}
            {draftedBy !== undefined && (
              <span className="small mute"> {t('author.draftedBy', { model: draftedBy.model })}</span>
            )}
            {answer !== undefined && !isEmptyText(answer) && (
              <span className="soft answer">
                <Told text={answer} />
              </span>
            )}
          </>
        ))}
      />
    </section>
  );
}

/** The case stage by stage, as a class reads it; the key last, if somebody asks. */
export function CasePreview(props: {
  form: CaseForm | CaseBody;
  /** What stands beside the stages that are shown, so many of them. */
  beside?: (shown: number) => ReactNode;
}) {
  const { form, beside } = props;
  const { t } = useWords();
  const [shown, setShown] = useState(1);
  const article = useRef<HTMLElement>(null);
  const { stages } = form;
  const withKey = shown > stages.length;
  useEffect(() => {
    // What was revealed last has the focus, so that it is read out and in sight.
    if (shown > 1)
      Array.from(article.current?.querySelectorAll('h2') ?? [])
        .at(-1)
        ?.focus();
  }, [shown]);
  return (
    <article className="preview" data-testid="preview" ref={article}>
      {form.teaser !== undefined && !isEmptyText(form.teaser) && (
        <p className="lede">
          <Told text={form.teaser} />
        </p>
      )}
      <Patient form={form} />
      {stages.slice(0, shown).map((stage, place) => (
        <section key={place} className="stage-told">
          <h2 tabIndex={-1}>
            {stage.title !== undefined && !isEmptyText(stage.title) ? (
              <Told text={stage.title} />
            ) : (
              stageTitle(stage, t)
            )}
          </h2>
          <p className="narr">
            <Told text={stage.text} />
          </p>
        </section>
      ))}
      {!withKey && beside?.(shown)}
      {withKey ? (
        <Key form={form} />
      ) : (
        <button
          type="button"
          className="btn primary"
          onClick={() => {
            setShown(shown + 1);
          }}
        >
          {shown < stages.length
            ? t('author.nextStage', { shown, count: stages.length })
            : t('author.showKey')}
        </button>
      )}
    </article>
  );
}
