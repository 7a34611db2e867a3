/**
 * What a school does in a day, as a machine of two cores can carry it: about one run a second, of the eighteen that it
 * can do with nothing else (docs/bench.md), beside seven answers of phones a second and a call of the EHR every two.
 */
export const MIX = {
  /** Lectures at the same time, each in a room of its own, one after the other all day. */
  rooms: 2,
  phonesOfARoom: 150,
  /** Of one lecture; its phones join, and answer each question, spread over so many seconds. */
  questions: 5,
  joinSeconds: 20,
  answerSeconds: 20,
  /** Between the answers to a question and the next question, and between two lectures. */
  talkSeconds: 15,
  breakSeconds: 20,
  /** Students who paste told cases, and how long each reads what came of it, give or take a half. */
  students: 30,
  readSeconds: 30,
  /** Between two edits of a case by its teacher, and between two calls of the EHR. */
  editSeconds: 20,
  callSeconds: 2,
};

/** @param {typeof MIX} mix */
export const saidOf = (mix) =>
  [
    `${mix.rooms * mix.phonesOfARoom} phones in ${mix.rooms} rooms: lectures of ${mix.questions} questions one after the other, ` +
      `join in ${mix.joinSeconds} s, answer in ${mix.answerSeconds} s, ${mix.talkSeconds} s of talk, ${mix.breakSeconds} s of break.`,
    `${mix.students} students, each pasting its next told case ${mix.readSeconds} s (± half) after the last was answered.`,
    `A teacher who checks and saves a case every ${mix.editSeconds} s; an EHR that calls every ${mix.callSeconds} s.`,
  ].join('\n');
