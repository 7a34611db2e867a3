/** English wordings that deny something; what one cannot do is a finding and no denial. */
export const DENYING_WORDING =
  /\b(?:no(?! longer)|not(?! able)|nor|non|without|never|none|nil|free|absent|absence|lack|negative)\b|(?<!\bca|\bcould)n't\b/i;
