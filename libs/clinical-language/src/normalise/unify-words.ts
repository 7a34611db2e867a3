import { type Token } from '../model/token';
import { expandLetters } from './other-senses';
import { unifyEnglishWords } from './same-words';
import { respell, type Spelling } from './spelling';

/** English words as they are looked up: letters that stand for words, slips of the pen, words of one class. */
export const unifyWords = (tokens: readonly Token[], spelling: Spelling): Token[] =>
  unifyEnglishWords(respell(expandLetters(tokens), spelling));
