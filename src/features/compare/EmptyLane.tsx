/**
 * Where a second lane would stand: outlined, with what one may change in one click. Why the last one
 * asked for was refused stands here too.
 */
import type { ReactElement } from "react";
import { useStore } from "zustand";
import { whatIfs, type WhatIf } from "#/core/experiment/whatIfs.ts";
import styles from "#/features/compare/EmptyLane.module.css";
import { trioText } from "#/features/compare/trioText.ts";
import { useLanes } from "#/features/compare/useEveryLane.ts";
import type { Translate } from "#/i18n/keys.ts";
import { useNumberFormat, type NumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useLaneGroup, useLaneState } from "#/state/lanes/context.tsx";
import type { Lane, LaneGroupState } from "#/state/lanes/types.ts";
import type { AppState } from "#/state/types.ts";
import { Button } from "#/ui/Button.tsx";
import { FaultNote } from "#/ui/FaultNote.tsx";

const selectConfig = (state: AppState) => state.config;
const selectPreset = (state: AppState) => state.preset;
const selectProblem = (state: LaneGroupState) => state.problem;

/** Quick questions about lane A, in the order they are offered. */
export function useWhatIfs(): readonly WhatIf[] {
  const first = useLanes()[0];
  if (first === undefined) throw new Error("useWhatIfs: a group has a lane A");
  const config = useStore(first.app.store, selectConfig);
  const preset = useStore(first.app.store, selectPreset);
  return whatIfs(config, preset);
}

export function whatIfText(t: Translate, format: NumberFormat, { id, values }: WhatIf): string {
  const told: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) told[name] = format(value);
  return t(`compare.whatIf.${id}`, told);
}

/** `onEdit`: a lane was made to be edited. */
export function EmptyLane({ onEdit }: { readonly onEdit: (lane: Lane) => void }): ReactElement {
  const t = useText();
  const format = useNumberFormat();
  const group = useLaneGroup();
  const problem = useLaneState(selectProblem);
  const questions = useWhatIfs();
  const places = questions.filter(({ id }) => id.startsWith("sigmoid"));
  const first = useLanes()[0];

  /** One after the other: lanes stand in the order they were asked for. */
  async function addAll(asked: readonly WhatIf[]): Promise<void> {
    for (const { patch } of asked) await group.add({ from: 0, patch });
  }

  return (
    <section className={styles["empty"]} aria-labelledby="empty-lane" data-testid="lane-empty">
      <h2 id="empty-lane">{t("compare.empty.title")}</h2>
      <p>{t("compare.empty.help")}</p>
      {problem !== null && <FaultNote fault={problem} />}
      <ul className={styles["choices"]}>
        {questions.map((question) => (
          <li key={question.id}>
            <Button
              data-testid={`what-if-${question.id}`}
              onClick={() => {
                group.add({ from: 0, patch: question.patch }).catch(() => undefined);
              }}
            >
              {whatIfText(t, format, question)}
            </Button>
          </li>
        ))}
        {places.length > 1 && (
          <li>
            <Button
              data-testid="what-if-trio"
              onClick={() => {
                addAll(places).catch(() => undefined);
              }}
            >
              {trioText(t, first, places)}
            </Button>
          </li>
        )}
        <li>
          <Button
            icon="edit"
            onClick={() => {
              group.add({ from: 0 }).then(onEdit, () => undefined);
            }}
          >
            {t("compare.empty.edit")}
          </Button>
        </li>
      </ul>
    </section>
  );
}
