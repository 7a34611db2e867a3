import type { ReactNode } from 'react';
import { CheckIcon, ForkIcon, HalfIcon, MinusIcon } from '../app/icons';
import type { Run } from '../api/types';
import { useWords } from '../i18n/use-words';
import { Revision } from './Revision';

/** Total variation between two lists above which they tell different stories, even with the same leader. */
const LARGE_DISTANCE = 0.3;
const ASK_FIRST = 3;

function Note({ icon, lead, text, id }: { icon: ReactNode; lead: string; text: string; id: string }) {
  const { locale } = useWords();
  return (
    <div className="note" data-note={id}>
      {icon}
      <p>
        <b>{lead}</b>
        {locale === 'zh' ? '' : ' '}
        {text}
      </p>
    </div>
  );
}

function Sufficiency({ run }: { run: Run }) {
  const { t, list, text } = useWords();
  if (run.sufficiency === null) return null;
  const { level, reasons } = run.sufficiency;
  const ask = run.nextQuestions.slice(0, ASK_FIRST).map(({ name }) => name);
  return (
    <Note
      id="sufficiency"
      icon={level === 'enough' ? <CheckIcon /> : <MinusIcon />}
      lead={t(`sufficiency.${level}`)}
      text={text([
        ...reasons.map((reason) => reason.text),
        level === 'too-little' ? t('sufficiency.tooLittleAdvice') : '',
        level !== 'enough' && ask.length > 0 ? t('sufficiency.askNext', { names: list(ask) }) : '',
      ])}
    />
  );
}

function Disagreement({ run }: { run: Run }) {
  const { t } = useWords();
  const { disagreement, differential } = run.llm;
  const first = differential?.[0];
  if (
    disagreement === undefined ||
    (!disagreement.topDiffers && disagreement.totalVariation <= LARGE_DISTANCE)
  )
    return null;
  return (
    <Note
      id="disagreement"
      icon={<ForkIcon />}
      lead={t('notes.disagreement')}
      text={
        disagreement.topDiffers && first !== undefined
          ? t('notes.disagreementFirst', { name: first.name })
          : t('notes.disagreementSpread')
      }
    />
  );
}

function Drafts({ run }: { run: Run }) {
  const { t, list } = useWords();
  const drafts = run.differential.filter(({ status }) => status === 'draft');
  if (drafts.length === 0) return null;
  // Where everything is a draft the names would only repeat the list below.
  const names = drafts.length < run.differential.length ? list(drafts.map(({ name }) => name)) : '';
  return (
    <Note
      id="drafts"
      icon={<HalfIcon />}
      lead={t('notes.drafts', { count: drafts.length })}
      text={names === '' ? '' : t('notes.draftsDetail', { names })}
    />
  );
}

/** What `versions.llm` says where a script plays the language model. */
const SCRIPTED = 'scripted-demonstration';

function LanguageModel({ run }: { run: Run }) {
  const { t } = useWords();
  const { used, reason } = run.llm;
  if (used && run.versions.llm === SCRIPTED) {
    return (
      <Note
        id="llm-scripted"
        icon={<HalfIcon />}
        lead={t('notes.llmScripted')}
        text={t('notes.llmScriptedDetail')}
      />
    );
  }
  if (!run.degraded.includes('llm')) return null;
  const lead = t(reason === undefined ? 'notes.llmDown' : `notes.llmNotAsked.${reason}`);
  return <Note id="llm-down" icon={<HalfIcon />} lead={lead} text={t('notes.llmDownDetail')} />;
}

/** What the list does not know, before the list. */
export function Notes({ run }: { run: Run }) {
  const { t } = useWords();
  return (
    <div className="notes">
      <Revision run={run} />
      <Sufficiency run={run} />
      <Disagreement run={run} />
      <LanguageModel run={run} />
      {run.degraded.includes('llm-reading') && (
        <Note
          id="llm-reading-down"
          icon={<HalfIcon />}
          lead={t('notes.llmReadingDown')}
          text={t('notes.llmReadingDownDetail')}
        />
      )}
      {run.degraded.includes('guidelines') && (
        <Note
          id="guidelines-down"
          icon={<HalfIcon />}
          lead={t('notes.guidelinesDown')}
          text={t('notes.guidelinesDownDetail')}
        />
      )}
      <Drafts run={run} />
    </div>
  );
}
