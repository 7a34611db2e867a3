import { type RejectedItem } from '@openrounds/contracts';
import { type Rejection } from '@openrounds/interchange';
import { REJECTIONS } from '../messages/rejections';
import { type Names } from '../run/names';

/** What was left out of an imported document, with the reason in the reader's language. */
export const presentRejections = (rejections: readonly Rejection[], names: Names): RejectedItem[] =>
  rejections.map(({ pointer, code, detail: { findingId, ...detail }, line }) => {
    const finding = findingId === undefined ? undefined : names.finding(findingId);
    const reason = REJECTIONS[code][names.language]({ ...detail, finding });
    return { pointer, code, reason, ...(line === undefined ? {} : { line }) };
  });
