export type * from './model/knowledge';
export type * from './model/parameters';
export type * from './model/case';
export type * from './model/rejection';
export type * from './model/evidence';
export type * from './model/ranking';
export type * from './model/answer';
