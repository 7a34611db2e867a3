import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startWords } from '../i18n/start';
import en from '../i18n/en.json';
import lectureEn from '../i18n/lecture.en.json';
import lectureZh from '../i18n/lecture.zh.json';
import phoneEn from '../i18n/phone.en.json';
import phoneZh from '../i18n/phone.zh.json';
import zh from '../i18n/zh.json';
import { applyTheme, initialTheme } from '../theme/theme';
import { LectureApp } from './LectureApp';
import '../theme/tokens.css';
import '../theme/base.css';
import '../theme/frame.css';
import '../theme/form.css';
import '../theme/control.css';
import '../theme/wall.css';
import '../theme/questions.css';

async function start(): Promise<void> {
  applyTheme(initialTheme());
  await startWords({
    // What can be wrong with a line is said as phones say it.
    en: { translation: en, lecture: lectureEn, phone: phoneEn },
    zh: { translation: zh, lecture: lectureZh, phone: phoneZh },
  });
  const root = document.getElementById('root');
  if (root === null) throw new Error('lecture.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <LectureApp />
    </StrictMode>,
  );
}

void start();
