import { useState } from 'react';
import type { Span } from '../api/types';
import { useWords } from '../i18n/use-words';
import { accepted, type CodedFinding, type ListedFinding, stated } from './draft';
import { FindingPicker } from './FindingPicker';
import { SpanDialog } from './SpanDialog';
import { StatementChooser } from './StatementChooser';
import type { Vocabulary } from './finding-words';
import { signOf } from './finding-sign';

export interface Corrections {
  readonly vocabulary: Vocabulary;
  readonly nameOf: (findingId: string) => string;
  readonly onState: (finding: CodedFinding) => void;
  readonly onWithdraw: (findingId: string) => void;
}

interface CorrectionProps {
  readonly finding: ListedFinding;
  readonly corrections: Corrections;
  /** Closes the dialogue: the words in the text have the focus again. */
  readonly onDone: () => void;
}

/** Another finding in the place of this one: the type-ahead, and how the new one is stated. */
function Replacement({ finding, corrections, onDone }: CorrectionProps) {
  const { t } = useWords();
  const { findingId, source } = finding;
  const { start, end } = source ?? {};
  return (
    <FindingPicker
      label={t('correct.instead', { name: corrections.nameOf(findingId) })}
      focused
      onState={(other) => {
        const at = start === undefined || end === undefined ? undefined : { start, end };
        corrections.onState({ ...other, ...(at && { at }) });
        if (other.findingId !== findingId)
          corrections.onState(stated({ findingId, name: corrections.nameOf(findingId) }, 'not-a-finding'));
        onDone();
      }}
    />
  );
}

function Link({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <button type="button" className="link small" onClick={onPress}>
      {text}
    </button>
  );
}

/** Right as it is, no finding at all, another one, or taken back. */
function Links({ finding, corrections, onDone, onReplace }: CorrectionProps & { onReplace: () => void }) {
  const { t } = useWords();
  const { findingId, source, pending } = finding;
  const name = corrections.nameOf(findingId);
  const isRead = source !== undefined && source.kind !== 'coded';
  const say = (statement: CodedFinding) => () => {
    corrections.onState(statement);
    onDone();
  };
  return (
    <p className="links">
      {isRead && !pending && <Link text={t('correct.right')} onPress={say(accepted(finding, name))} />}
      <Link text={t('correct.notAFinding')} onPress={say(stated({ findingId, name }, 'not-a-finding'))} />
      <Link text={t('correct.another')} onPress={onReplace} />
      {pending && (
        <Link
          text={t('correct.undo')}
          onPress={() => {
            corrections.onWithdraw(findingId);
            onDone();
          }}
        />
      )}
    </p>
  );
}

function Correction(props: CorrectionProps) {
  const { finding, corrections } = props;
  const [replacing, setReplacing] = useState(false);
  const subject = { findingId: finding.findingId, name: corrections.nameOf(finding.findingId) };
  return (
    <section aria-label={subject.name}>
      <h3>{subject.name}</h3>
      {replacing ? (
        <Replacement {...props} />
      ) : (
        <>
          <StatementChooser
            subject={subject}
            known={corrections.vocabulary.get(finding.findingId)}
            current={finding}
            onState={corrections.onState}
          />
          <Links
            {...props}
            onReplace={() => {
              setReplacing(true);
            }}
          />
        </>
      )}
    </section>
  );
}

/** A span of the narrative that became findings: a click or Enter opens what can be corrected. */
export function FindingSpan(props: {
  text: string;
  findings: readonly ListedFinding[];
  corrections: Corrections;
}) {
  const { t, list } = useWords();
  const { findings, corrections } = props;
  const shown = findings.find((finding) => signOf(finding).tone !== 'n') ?? findings[0];
  if (shown === undefined) return <>{props.text}</>;
  const { tone, label } = signOf(shown);
  const names = list(findings.map(({ findingId }) => corrections.nameOf(findingId)));
  return (
    <SpanDialog
      text={props.text}
      mark={{
        className: findings.some(({ pending }) => pending) ? `${tone} pending` : tone,
        sign: t(`letter.${label}`),
        title: names,
        spoken: t('narrative.span', { names, sign: t(`sign.${label}`) }),
      }}
      label={t('correct.label', { name: names })}
    >
      {(close) =>
        findings.map((finding) => (
          <Correction key={finding.findingId} finding={finding} corrections={corrections} onDone={close} />
        ))
      }
    </SpanDialog>
  );
}

/** A span that became no finding, for a reason or unread: the teacher says what it means. */
export function UnfoundSpan(props: {
  text: string;
  span: Span;
  /** Why it does not count; left out of words that were not understood. */
  reason?: string;
  corrections: Corrections;
}) {
  const { t } = useWords();
  const { reason } = props;
  return (
    <SpanDialog
      text={props.text}
      mark={
        reason === undefined
          ? { className: 'miss', title: t('narrative.unmatched'), spoken: t('narrative.unmatchedSpan') }
          : { className: 'out', title: reason, spoken: t('narrative.setAsideSpan', { reason }) }
      }
      label={t('correct.unmatched')}
    >
      {(close) => (
        <FindingPicker
          label={t('correct.means')}
          focused
          onState={(finding) => {
            props.corrections.onState({ ...finding, at: props.span });
            close();
          }}
        />
      )}
    </SpanDialog>
  );
}
