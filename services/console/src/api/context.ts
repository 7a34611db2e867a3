import { createContext, useContext } from 'react';
import type { OpenRoundsApi } from './openrounds';

const ApiContext = createContext<OpenRoundsApi | null>(null);
export const ApiProvider = ApiContext.Provider;

export function useApi(): OpenRoundsApi {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('useApi needs an ApiProvider above it');
  return api;
}
