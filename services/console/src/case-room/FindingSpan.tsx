import { useState } from 'react';
import { Dialog, DialogTrigger, Popover, Pressable } from 'react-aria-components';
import type { Finding } from '../api/types';
import { useWords } from '../i18n/use-words';
import { type CodedFinding, type ListedFinding, stated } from './draft';
import { StatementChooser } from './StatementChooser';
import type { Vocabulary } from './finding-words';
import { signOf } from './finding-sign';

export interface Corrections {
  readonly vocabulary: Vocabulary;
  readonly nameOf: (findingId: string) => string;
  readonly onState: (finding: CodedFinding) => void;
  readonly onWithdraw: (findingId: string) => void;
}

function Correction({ finding, corrections }: { finding: ListedFinding; corrections: Corrections }) {
  const { t } = useWords();
  const subject = { findingId: finding.findingId, name: corrections.nameOf(finding.findingId) };
  return (
    <section>
      <h3>{subject.name}</h3>
      <StatementChooser
        subject={subject}
        known={corrections.vocabulary.get(finding.findingId)}
        current={finding}
        onState={corrections.onState}
      />
      <p className="links">
        <button
          type="button"
          className="link small"
          onClick={() => {
            corrections.onState(stated(subject, 'not-a-finding'));
          }}
        >
          {t('correct.notAFinding')}
        </button>
        {finding.pending && (
          <button
            type="button"
            className="link small"
            onClick={() => {
              corrections.onWithdraw(finding.findingId);
            }}
          >
            {t('correct.undo')}
          </button>
        )}
      </p>
    </section>
  );
}

/** A span of the narrative that became findings: a click or Enter opens what can be corrected. */
export function FindingSpan(props: {
  text: string;
  findings: readonly Finding[];
  listed: readonly ListedFinding[];
  corrections: Corrections;
}) {
  const { t, list } = useWords();
  const [open, setOpen] = useState(false);
  const ids = new Set(props.findings.map(({ findingId }) => findingId));
  const now = props.listed.filter(({ findingId }) => ids.has(findingId));
  const first = now[0] ?? props.findings[0];
  if (first === undefined) return <>{props.text}</>;
  const { tone, label } = signOf(first);
  const sign = t(`letter.${label}`);
  const className = now.some(({ pending }) => pending) ? `${tone} pending` : tone;
  const { corrections } = props;
  const names = list([...ids].map(corrections.nameOf));
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Pressable>
        <mark
          role="button"
          tabIndex={0}
          className={className}
          data-sign={sign}
          aria-expanded={open}
          title={names}
          aria-label={`${props.text}. ${t('narrative.span', { names, sign: t(`sign.${label}`) })}`}
        >
          {props.text}
        </mark>
      </Pressable>
      <Popover className="pop" placement="bottom start">
        <Dialog aria-label={t('correct.label', { name: names })}>
          {now.map((finding) => (
            <Correction key={finding.findingId} finding={finding} corrections={corrections} />
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
