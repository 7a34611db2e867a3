import { type PassageLanguage } from '../passage';

/** Words of a language that deny, and those that part what one denial reaches. */
export const POLARITY_WORDS: {
  readonly [language in PassageLanguage]: {
    /** Ends what a denial reaches. */
    readonly parts: RegExp;
    /** Denies the part that it stands in. */
    readonly denies: RegExp;
    /** Holds a denying word and denies nothing: of whom or when something is so is a condition. */
    readonly spares: RegExp;
  };
} = {
  en: {
    parts:
      /[,:]|\bbut\b|\b(?=without\b|unless\b|except\b|nor\b|neither\b|if\b|when\b|where\b|because\b|whether\b|until\b)/gi,
    denies:
      /\b(?:not|no|never|none|nothing|nobody|neither|nor|without|unless|cannot|can't|don't|doesn't|isn't|aren't|avoid(?:s|ed|ing)?|unnecessary|needless)\b/gi,
    spares:
      /\bnot (?:only|alone|just)\b|\bno matter\b|\bwith or without\b|\bunless\b|\bwithout (?!\w+ing\b|delay\b)/gi,
  },
  zh: {
    parts: /[，,：:]|(?=除非|若|如果|但)/gu,
    denies:
      /不能|不可|不宜|不应|不必|不用|不会|不要|不得|不做|无需|无须|切勿|勿|避免|禁用|绝非|并非|而非|除非|未|无|非|不/gu,
    spares:
      /不仅|不论|无论|不管|不足|不全|不良|不明|不适|不稳|不同|不典型|不规则|不张|不称|不一|不断|不久|不止|非甾体|非典型|无菌|无创|未来|非常|除非|无[\p{Script=Han}、]{1,8}(?:的|者)/gu,
  },
};
