/**
 * Says that a lane is gone and brings it back. Lies over the page, so that nothing moves under the
 * hand, and takes the focus that went with the lane's own button.
 */
import { useEffect, useRef, type ReactElement } from "react";
import styles from "#/features/compare/RemovedNotice.module.css";
import type { Removed } from "#/features/compare/useRemoved.ts";
import { useLanes } from "#/features/compare/useEveryLane.ts";
import { useText } from "#/i18n/useText.ts";
import { Button, IconButton } from "#/ui/Button.tsx";

export function RemovedNotice({ letter, bringBack, letGo }: Removed): ReactElement {
  const t = useText();
  const button = useRef<HTMLButtonElement>(null);
  // The next one to go may have had the same letter.
  const count = useLanes().length;
  useEffect(() => {
    if (letter !== null && document.activeElement === document.body) button.current?.focus();
  }, [letter, count]);
  const words = letter === null ? "" : t("compare.removed", { letter });
  return (
    <>
      <p className="visuallyHidden" role="status">
        {words}
      </p>
      {letter !== null && (
        <div className={styles["notice"]} data-testid="lane-removed">
          <p>{words}</p>
          <Button ref={button} icon="undo" aria-keyshortcuts="Control+Z" onClick={bringBack}>
            {t("compare.bringBack")}
          </Button>
          <IconButton icon="close" label={t("compare.letGo")} onClick={letGo} />
        </div>
      )}
    </>
  );
}
