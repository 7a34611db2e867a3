import { stem } from '../text/stem';

const stems = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/).map(stem));

/**
 * What a wording may lose when its words are looked for apart: grammar, the verbs of a report, and the means of
 * examination. Every other word is content, side, degree, number and time included.
 */
export const BAG_GRAMMAR: ReadonlySet<string> = stems(`
  a an the this that these those some any such her his its their my our your he she it they we you i him them me us
  who whom whose which what when where while how there here and or as if than then so also own same quite rather really
  of in on at to into onto by for from with over about across along around through via within near
  is are was were be been being am has have had having do does did doing can could would should will may might
  feel feels felt feeling get gets got become becomes make makes made take takes taken
  report reports reported complain complains complained complaint complaining present presents presented presenting
  presentation describe describes described note notes noted notice notices noticed see seen show shows showed showing
  reveal reveals revealed say says said state states stated find found finding findings develop develops developed experience experienced
  experiencing start starts started begin begins began onset associated accompanied accompanying including reported
  patient patients pt person side sided part history known name examination examined exam physical general
  level levels value values result results serum plasma laboratory lab labs investigation
  ecg ekg mri ct cxr xray ray scan lead leads
`);

/**
 * Words that change which concept is meant and belong to the word behind them: "severe headache and abdominal pain" is
 * no severe abdominal pain, "chest pain and right leg swelling" no pain of the right chest.
 */
export const BOUND_QUALIFIERS: ReadonlySet<string> = stems(`
  left right both bilateral bilaterally unilateral unilaterally one single two very new mild moderate severe slight
  slightly marked markedly significant significantly obvious more most few first last only little high low
`);

/** Words whose order decides ("after a cold", "a cold after"): beside them a wording needs two words of its own. */
export const RELATIONS: ReadonlySet<string> = stems('after before during until since under between like');

/** Lengths of time: a wording with one needs two words of its own besides ("fever for weeks" is not told by both words). */
export const TIMES: ReadonlySet<string> = stems(
  'second minute hour day night week month year morning evening time times episode',
);

/** Wordings that deny something or call it normal are matched as written only: without that word they say the contrary. */
export const MATCHED_AS_WRITTEN =
  /\b(?:no|not|nor|non|without|never|none|nil|free|unable|inability|cannot|absent|absence|lack|negative|normal|abnormal|unremarkable|equal|clear)\b|n't\b|[无未没非]|不能|正常|异常|阴性/i;

/** English wordings that deny something. */
export const DENYING_WORDING =
  /\b(?:no|not|nor|non|without|never|none|nil|free|absent|absence|lack|negative)\b|n't\b/i;
