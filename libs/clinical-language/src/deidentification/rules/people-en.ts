import { type MaskRule } from './mask-rule';

/** B.P. 90, H.R. 88: what is measured, not who. */
const MEASURED =
  /^(?:B\.?P|H\.?R|R\.?R|I\.?V|P\.?R|P\.?O|I\.?M|S\.?C|T\.?B|M\.?I|N\.?G|G\.?C\.?S|B\.?M|P\.?V)\.?$/;
/** Two capitals behind "pt" that say what was done or found. */
const ABBREVIATED =
  /^(?:AF|AP|BD|BM|BP|CT|CV|DC|DM|DW|EF|ED|ET|FB|GA|GI|GP|HR|IM|IV|LP|MI|MR|NG|NJ|OD|OK|OT|PE|PO|PR|PT|PV|RA|RR|RN|SB|SC|SL|SR|TB|TV|UC|UK|US|VT|XR|OA|HT|HF|AS|MS|MG|AD|RS|GU|CP|SOB|NBM|NAD|DNR|TTO|HDU|ICU|ITU|MRI|CXR|ECG|EEG|COPD)$/;

/** Names that are told by initials or by a label in capitals; the others are read by `englishNames`. */
export const ENGLISH_NAME_RULES: readonly MaskRule[] = [
  {
    kind: 'name',
    pattern:
      /(?<![\p{L}.])(?<it>(?:\p{Lu}\.){2,4})(?=,? (?:[(]\d{1,3}[)]|aged? \d|\d{1,3}(?: ?[-,]? ?(?:y|M\b|F\b)|[,;)] )|is an? |was an? |has |had |who ))/gu,
    accept: (masked) => !MEASURED.test(masked),
  },
  {
    kind: 'name',
    pattern:
      /\b(?:[Pp]t|[Pp]atient|[Cc]lient|[Rr]esident|[Mm]rs?|[Mm]s|[Dd]r|[Mm]iss)\.? (?<it>(?:\p{Lu}\.){2,3}|\p{Lu}{2}|\p{Lu}\.?)(?=,? (?:\d|\(|[a-z]{3,}|c\/o)|[,;:]|$)/gu,
    accept: (masked) => !MEASURED.test(masked) && !ABBREVIATED.test(masked),
  },
  {
    kind: 'name',
    pattern:
      /\b(?:PATIENT|NAME|PATIENT NAME|SURNAME|FORENAMES?|NEXT OF KIN|CONSULTANT|ATTENDING)[:=] ?(?<it>\p{Lu}[\p{Lu}'-]{1,18}(?:,? \p{Lu}[\p{Lu}'-]{1,18}){1,2})/gu,
  },
];
