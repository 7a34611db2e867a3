import { type Dispatch, type ReactNode, createContext, useContext, useMemo, useReducer } from 'react';
import { type Draft, type DraftAction, EMPTY_DRAFT, draftReducer } from './draft';

interface DraftState {
  readonly draft: Draft;
  readonly change: Dispatch<DraftAction>;
}
const DraftContext = createContext<DraftState | null>(null);

export function DraftProvider({ children }: { children: ReactNode }) {
  const [draft, change] = useReducer(draftReducer, EMPTY_DRAFT);
  const state = useMemo(() => ({ draft, change }), [draft]);
  return <DraftContext.Provider value={state}>{children}</DraftContext.Provider>;
}

export function useDraft(): DraftState {
  const state = useContext(DraftContext);
  if (state === null) throw new Error('useDraft needs a DraftProvider above it');
  return state;
}
