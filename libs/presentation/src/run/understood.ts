import { type IntakeWarning, type Language, type SetAside, type Understood } from '@openrounds/contracts';
import { SET_ASIDE } from '../messages/set-aside';
import { ABOUT, QUOTED, warningMessage } from '../messages/warnings';
import { presentLaboratory } from './laboratory';
import { type Names } from './names';

/** A warning with its sentence, about the finding or the words of the text that it concerns. */
function warning(coded: IntakeWarning, names: Names): IntakeWarning {
  const { language } = names;
  const sentence = warningMessage(coded.code)?.[language]();
  if (sentence === undefined) return coded;
  const { findingId, quote } = coded;
  const subject =
    typeof findingId === 'string'
      ? names.finding(findingId)
      : typeof quote === 'string'
        ? QUOTED[language](quote)
        : undefined;
  return { ...coded, message: subject === undefined ? sentence : ABOUT[language]({ subject, sentence }) };
}

/** What does not count, each with its reason in words. */
export const presentSetAside = (asides: readonly SetAside[], language: Language): SetAside[] =>
  asides.map((aside) => ({ ...aside, message: SET_ASIDE[aside.reason][language]() }));

/**
 * What was understood of a case, in the reader's language: findings with their names, warnings with their sentences, what
 * does not count with its reason, the laboratory report explained.
 */
export const presentUnderstood = <
  T extends Pick<Understood, 'findings' | 'warnings' | 'laboratory' | 'setAside'>,
>(
  coded: T,
  names: Names,
): T => ({
  ...coded,
  ...(coded.laboratory === undefined ? {} : { laboratory: presentLaboratory(coded.laboratory, names) }),
  findings: coded.findings.map((finding) => ({ ...finding, name: names.finding(finding.findingId) })),
  setAside: presentSetAside(coded.setAside, names.language),
  warnings: coded.warnings.map((each) => warning(each, names)),
});
