import { type CaseInput, type Finding } from '@openrounds/contracts';
import { type Shown } from '../frame/company';
import { gather } from '../normalise/lists-by-key';
import { type Terminology } from '../vocabulary/terminology';
import { codedFinding } from './coded-fact';
import { codedFindings } from './coded-items';

/** What findings show: those that are present, and those whose state is named. */
export const shownOfFindings = (findings: readonly Finding[]): Shown[] =>
  gather(findings, ({ findingId, presence, value }): Shown[] => {
    if (value !== undefined) return 'code' in value ? [{ findingId, state: value.code }] : [];
    return presence === 'present' ? [{ findingId }] : [];
  });

/** What the coded findings of a case show. */
export const shownOfCodes = (input: CaseInput, vocabulary: Terminology): Shown[] =>
  shownOfFindings(
    codedFindings(input).flatMap(({ item }) => {
      const finding = codedFinding(item, vocabulary);
      return 'warning' in finding ? [] : [finding];
    }),
  );
