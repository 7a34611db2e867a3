import type { ReactNode } from 'react';
import { CheckIcon, ForkIcon, HalfIcon, MinusIcon } from '../app/icons';
import type { Run } from '../api/types';
import { useWords } from '../i18n/use-words';

function Note({
  icon,
  lead,
  children,
  id,
}: {
  icon: ReactNode;
  lead: string;
  children: ReactNode;
  id: string;
}) {
  return (
    <div className="note" data-note={id}>
      {icon}
      <p>
        <b>{lead}</b> {children}
      </p>
    </div>
  );
}

function Sufficiency({ run }: { run: Run }) {
  const { t, list } = useWords();
  if (run.sufficiency === null) return null;
  const { level, reasons } = run.sufficiency;
  const ask = run.nextQuestions.map(({ name }) => name);
  return (
    <Note
      id="sufficiency"
      icon={level === 'enough' ? <CheckIcon /> : <MinusIcon />}
      lead={t(`sufficiency.${level}`)}
    >
      {reasons.map(({ text }) => text).join(' ')} {level === 'too-little' && t('sufficiency.tooLittleAdvice')}{' '}
      {level !== 'enough' && ask.length > 0 && t('sufficiency.askNext', { names: list(ask.slice(0, 3)) })}
    </Note>
  );
}

function Disagreement({ run }: { run: Run }) {
  const { t } = useWords();
  const { disagreement, differential } = run.llm;
  const first = differential?.[0];
  if (disagreement === undefined || (!disagreement.topDiffers && disagreement.totalVariation <= 0.3))
    return null;
  return (
    <Note id="disagreement" icon={<ForkIcon />} lead={t('notes.disagreement')}>
      {disagreement.topDiffers && first !== undefined
        ? t('notes.disagreementFirst', { name: first.name })
        : t('notes.disagreementSpread')}
    </Note>
  );
}

function Drafts({ run }: { run: Run }) {
  const { t, list } = useWords();
  const drafts = run.differential.filter(({ status }) => status === 'draft');
  if (drafts.length === 0) return null;
  // Where everything is a draft the names would only repeat the list below.
  const some = drafts.length < run.differential.length;
  return (
    <Note id="drafts" icon={<HalfIcon />} lead={t('notes.drafts', { count: drafts.length })}>
      {some && t('notes.draftsDetail', { names: list(drafts.map(({ name }) => name)) })}
    </Note>
  );
}

/** What the list does not know, before the list. */
export function Notes({ run }: { run: Run }) {
  const { t } = useWords();
  return (
    <div className="notes">
      <Sufficiency run={run} />
      <Disagreement run={run} />
      {run.degraded.includes('llm') && (
        <Note id="llm-down" icon={<HalfIcon />} lead={t('notes.llmDown')}>
          {t('notes.llmDownDetail')}
        </Note>
      )}
      {run.degraded.includes('guidelines') && (
        <Note id="guidelines-down" icon={<HalfIcon />} lead={t('notes.guidelinesDown')}>
          {t('notes.guidelinesDownDetail')}
        </Note>
      )}
      <Drafts run={run} />
    </div>
  );
}
