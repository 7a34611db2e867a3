import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startWords } from '../i18n/start';
import en from '../i18n/phone.en.json';
import zh from '../i18n/phone.zh.json';
import { keepPage } from './offline/keep-page';
import { LaunchedApp } from './LaunchedApp';
import { takeTicket } from './launch-ticket';
import { PhoneApp } from './PhoneApp';
import '../theme/tokens.css';
import '../theme/base.css';
import '../theme/phone.css';

async function start(): Promise<void> {
  const ticket = takeTicket();
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  await startWords({ en: { phone: en }, zh: { phone: zh } });
  const root = document.getElementById('root');
  if (root === null) throw new Error('phone.html has no #root');
  createRoot(root).render(
    <StrictMode>{ticket === null ? <PhoneApp /> : <LaunchedApp ticket={ticket} />}</StrictMode>,
  );
}

void start();
void keepPage();
