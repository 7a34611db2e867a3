/** Questions in the formats of learning management systems: QTI 3, QTI 2.1, Moodle XML, GIFT, with what each of them loses. Pure. */
export { type Files } from './model/files';
export { type Item, type Option, type Pair, type Picture, type Response, type Text } from './model/item';
export { type Loss } from './model/losses';
export { writeQuestions, type WrittenQuestions } from './write-questions';
