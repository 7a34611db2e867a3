/** English wordings that deny something. */
export const DENYING_WORDING =
  /\b(?:no|not|nor|non|without|never|none|nil|free|absent|absence|lack|negative)\b|n't\b/i;
