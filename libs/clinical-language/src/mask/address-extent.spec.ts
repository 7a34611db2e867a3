import { deidentify } from './deidentify';

describe('how far an address goes', () => {
  it.each([
    ['Record 19-4406 of a farmer of Umuokoro village, Kisumu. Jaw mass for six weeks.', 'Umuokoro village'],
    [
      'We have work at Nilgiri Silk Mills and sleep in hostel block C room 209, eleven to a room.',
      'hostel block C room 209',
    ],
    [
      'A tan minivan was seen behind Boudreau Garage on Levee Road, and the driver has a sore neck.',
      'Boudreau Garage on Levee Road',
    ],
    [
      'Dispatched to a crash at County Road 412 at Sutter Street, driver awake with neck pain.',
      'County Road 412 at Sutter Street',
    ],
  ])('%s', (text, whole) => {
    const masked = deidentify(text).spans.map(({ original }) => text.slice(original.start, original.end));
    expect(masked.join(' ')).toContain(whole);
  });

  it.each([
    ['Travelled to a farm in Ballarat, where she lives with goats.', 'farm'],
    ['Moved here from Brisbane, stage 3 kidney disease for years.', 'stage 3'],
    ['Seen on 05.07. ward 6B, temperature 38.4, cough for three days.', 'temperature 38.4'],
    ['He lives in Hull, no fever and no cough since Monday night.', 'no fever'],
  ])('leaves what is no part of one: %s', (text, left) => {
    expect(deidentify(text).text).toContain(left);
  });
});
