import { recallLaunch } from '../api/launch-session';
import { ErrorNotice } from '../app/ErrorNotice';
import { useDocumentTitle } from '../app/use-document-title';
import { spacedCode } from '../phone/address';
import { AskNow } from './AskNow';
import { ClassName } from './ClassField';
import { CommentsSection } from './CommentsSection';
import { ControlBar } from './ControlBar';
import { NowSection } from './NowSection';
import { PeopleSection } from './PeopleSection';
import { PeopleTable } from './PeopleTable';
import { RehearsalMark } from './RehearsalMark';
import { ResultsSection } from './ResultsSection';
import { RoomOfAnother } from './RoomOfAnother';
import { RoundsTable } from './RoundsTable';
import { joinByHand, spoken, wallAddress } from './lecture-address';
import { TutorSection } from './TutorSection';
import { useJoinUrl } from './use-join-url';
import { useLectureRoom } from './use-lecture-room';
import { useLectureWords } from './use-lecture-words';
import { useStage } from './use-stage';
import { useSteering } from './use-steering';
import { StageWords } from './WallVote';

/** The teacher's own screen: what comes next, every question, and what came in. */
export function ControlPage({ code }: { code: string }) {
  const { t } = useLectureWords();
  const room = useLectureRoom(code);
  const { state } = room;
  const stage = useStage(code, state?.stage?.no);
  const hasStageKey = stage?.stageKey !== null && stage?.stageKey !== undefined;
  const steering = useSteering(room, hasStageKey);
  const joinUrl = useJoinUrl(code);
  useDocumentTitle(t('control.title'));
  if (state === null) return <RoomOfAnother code={code} fault={room.fault} />;
  return (
    <>
      <ControlBar />
      <main className="wrap ct" id="main">
        <div className="ct-head">
          <h1>
            <span lang={state.control.title.language}>{state.control.title.text}</span>{' '}
            <RehearsalMark rehearsal={state.rehearsal} />
          </h1>
          <p>
            <b className="num ct-code">{spacedCode(code)}</b> {spoken(joinByHand(joinUrl))}
          </p>
          <ClassName classId={state.control.classId} />
          {/* Whoever was launched has their session in this tab alone: the window that it opens gets a copy. */}
          <a
            className="btn"
            href={wallAddress(code)}
            target="_blank"
            rel={recallLaunch() === null ? 'noreferrer' : 'opener'}
          >
            {t('control.wall')}
          </a>
        </div>
        {state.rehearsal !== undefined && <p className="small soft ct-row">{t('rehearsal.note')}</p>}
        {room.fault !== null && <ErrorNotice error={room.fault} />}
        <div className="ct-grid">
          <div>
            <NowSection room={room} state={state} steering={steering} hasStageKey={hasStageKey} />
            <RoundsTable state={state} press={room.press} />
            <AskNow state={state} press={room.press} />
            <ResultsSection state={state} press={room.press} />
            {state.control.tutor !== undefined && (
              <TutorSection code={code} state={state} tutor={state.control.tutor} press={room.press} />
            )}
            {state.comments !== undefined && (
              <CommentsSection code={code} seq={state.comments.seq} room={room} />
            )}
            <PeopleTable state={state} press={room.press} />
          </div>
          <aside>
            {stage !== undefined && (
              <section>
                <h2>{t('control.text')}</h2>
                <StageWords stage={stage} />
              </section>
            )}
            <PeopleSection state={state} press={room.press} />
          </aside>
        </div>
      </main>
    </>
  );
}
