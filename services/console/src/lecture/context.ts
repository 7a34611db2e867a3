import { createContext, useContext } from 'react';
import type { LectureApi } from './lecture-api';

const LectureContext = createContext<LectureApi | null>(null);
export const LectureApiProvider = LectureContext.Provider;

export function useLectureApi(): LectureApi {
  const api = useContext(LectureContext);
  if (api === null) throw new Error('useLectureApi needs a LectureApiProvider above it');
  return api;
}
