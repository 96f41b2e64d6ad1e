/** A bench's lanes for as long as it is on the page; what stands there before, and what if they cannot be had. */
import type { ReactNode } from "react";
import { useBenchGroup } from "#/features/benches/useBenchGroup.ts";
import { useText } from "#/i18n/useText.ts";
import type { LaneGroup, LanePlan } from "#/state/lanes/types.ts";
import { LaneGroupProvider } from "#/state/lanes/context.tsx";
import { Button } from "#/ui/Button.tsx";
import { FaultNote } from "#/ui/FaultNote.tsx";
import styles from "./BenchesPage.module.css";

interface OpenedGroupProps {
  /** Keep the identity while the lanes are the same. */
  readonly plans: readonly LanePlan[];
  readonly children: (group: LaneGroup) => ReactNode;
}

export function OpenedGroup({ plans, children }: OpenedGroupProps) {
  const t = useText();
  const opened = useBenchGroup(plans);
  switch (opened.status) {
    case "opening":
      return (
        <p className={styles["waiting"]} role="status">
          {t("benches.opening")}
        </p>
      );
    case "failed":
      return (
        <div className={styles["failed"]}>
          <FaultNote fault={opened.fault} />
          <Button icon="reset" onClick={opened.retry}>
            {t("common.retry")}
          </Button>
        </div>
      );
    case "open":
      return <LaneGroupProvider group={opened.group}>{children(opened.group)}</LaneGroupProvider>;
  }
}
