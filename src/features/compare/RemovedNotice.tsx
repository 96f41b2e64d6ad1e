/**
 * Says that a lane is gone and brings it back. Lies over the page, so that nothing moves under the
 * hand, and takes the focus that went with the lane's own button. Leaving, it hands the focus on: to the
 * lane that has come, or to where lanes come from.
 */
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactElement } from "react";
import { addLaneId, laneHeadId } from "#/features/compare/places.ts";
import styles from "#/features/compare/RemovedNotice.module.css";
import type { Removed } from "#/features/compare/useRemoved.ts";
import { useLanes } from "#/features/compare/useEveryLane.ts";
import { useText } from "#/i18n/useText.ts";
import { Button, IconButton } from "#/ui/Button.tsx";

export function RemovedNotice({ letter, bringBack, letGo }: Removed): ReactElement {
  const t = useText();
  const leftWithFocus = useRef(false);
  const told = letter !== null;
  const lanes = useLanes();
  const known = useRef(lanes);
  useEffect(() => {
    const come = lanes.find(({ id }) => known.current.every((lane) => lane.id !== id));
    known.current = lanes;
    if (!told && leftWithFocus.current) {
      document.getElementById(come === undefined ? addLaneId : laneHeadId(come))?.focus();
    }
    leftWithFocus.current = false;
  }, [told, lanes]);
  const words = told ? t("compare.removed", { letter }) : "";
  return (
    <>
      <p className="visuallyHidden" role="status">
        {words}
      </p>
      {told && (
        <Notice
          words={words}
          bringBack={bringBack}
          letGo={letGo}
          onLeave={(withFocus) => {
            leftWithFocus.current = withFocus;
          }}
        />
      )}
    </>
  );
}

interface NoticeProps {
  readonly words: string;
  readonly bringBack: () => void;
  readonly letGo: () => void;
  /** It goes, and what it holds with it. */
  readonly onLeave: (withFocus: boolean) => void;
}

function Notice({ words, bringBack, letGo, onLeave }: NoticeProps): ReactElement {
  const t = useText();
  const notice = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // The next one to go may have had the same letter.
  const count = useLanes().length;
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus();
  }, [count]);
  const leave = useEffectEvent(onLeave);
  useLayoutEffect(() => {
    const element = notice.current;
    return () => {
      leave(element?.contains(document.activeElement) === true);
    };
  }, []);
  return (
    <div ref={notice} className={styles["notice"]} data-testid="lane-removed">
      <p>{words}</p>
      <Button ref={button} icon="undo" aria-keyshortcuts="Control+Z" onClick={bringBack}>
        {t("compare.bringBack")}
      </Button>
      <IconButton icon="close" label={t("compare.letGo")} onClick={letGo} />
    </div>
  );
}
