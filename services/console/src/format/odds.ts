import { MINUS } from './locale';

/** A change of odds smaller than this factor is not worth words. */
const HARDLY_ANY = 1.1;
/** Odds within this factor of 1 are called even. */
const EVEN_WITHIN = 1.05;

/** Two significant figures, with no digits behind the point from 10 on: 1.4, 13, 120. */
export function twoFigures(value: number): string {
  if (value >= 9.95) return String(Number(value.toPrecision(2)));
  return value >= 0.995 ? value.toFixed(1) : value.toPrecision(2);
}

/** Log-odds (natural) with sign and two decimals: "+1.11", "−2.30". */
export function formatLogOdds(logOdds: number): string {
  const digits = Math.abs(logOdds).toFixed(2);
  if (digits === '0.00') return digits;
  return (logOdds < 0 ? MINUS : '+') + digits;
}

export type OddsChange =
  | { readonly direction: 'none' }
  | { readonly direction: 'more' | 'less'; readonly times: string };

/** What adding `logOdds` does to the odds: so many times more or less likely, or hardly any difference. */
export function oddsChange(logOdds: number): OddsChange {
  const factor = Math.exp(Math.abs(logOdds));
  if (factor < HARDLY_ANY) return { direction: 'none' };
  return { direction: logOdds > 0 ? 'more' : 'less', times: twoFigures(factor) };
}

export type Odds =
  | { readonly even: true }
  | { readonly even: false; readonly in: string; readonly out: string };

/** Without a trailing .0, thousands set apart: 5, 1.4, 10,000. */
const plain = (value: number): string =>
  twoFigures(value)
    .replace(/\.0$/, '')
    .replace(/\B(?=(\d{3})+$)/g, ',');

/** Odds as a bookmaker says them: −2.30 is 1 to 10, 0.34 is 1.4 to 1. */
export function oddsOf(logOdds: number): Odds {
  const odds = Math.exp(logOdds);
  if (odds < EVEN_WITHIN && odds > 1 / EVEN_WITHIN) return { even: true };
  return odds > 1
    ? { even: false, in: plain(odds), out: '1' }
    : { even: false, in: '1', out: plain(1 / odds) };
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A power of ten as it is printed: 3 is "10³", −8 is "10⁻⁸", 0 is "1". The exponent is rounded to a whole one. */
export function powerOfTen(exponent: number): string {
  const whole = Math.round(exponent);
  if (whole === 0) return '1';
  const digits = Array.from(String(Math.abs(whole)), (digit) => SUPERSCRIPT[Number(digit)]).join('');
  return `10${whole < 0 ? '⁻' : ''}${digits}`;
}
