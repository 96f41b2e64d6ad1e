/** One set: ten of its images, what it holds, its name to be changed, and its removal, asked twice. */
import { useState, type ReactNode } from "react";
import type { DatasetEntry } from "#/core/data/manifest.ts";
import { useNumberFormat } from "#/i18n/useNumberFormat.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppState } from "#/state/context.tsx";
import { usesSet } from "#/state/ownSets.ts";
import { Button } from "#/ui/Button.tsx";
import { takeFocus } from "#/features/setup/data/own/takeFocus.ts";
import styles from "./OwnImages.module.css";

interface OwnSetRowProps {
  readonly set: DatasetEntry;
  /** Removed while in use: listed until another set is taken. */
  readonly leaving: boolean;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => Promise<void>;
}

export function OwnSetRow({ set, leaving, onRename, onRemove }: OwnSetRowProps) {
  const t = useText();
  const format = useNumberFormat();
  const inUse = useAppState((state) => usesSet(state, set.id));
  const [mode, setMode] = useState<"plain" | "rename" | "sure">("plain");
  const { name, counts, shape } = set;
  const bytes = set.chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
  const plain = (): void => {
    setMode("plain");
  };
  if (leaving) return <Row set={set}>{t("ownImages.sets.leaving", { name })}</Row>;
  if (mode === "rename") {
    return (
      <Row set={set}>
        <RenameForm
          name={name}
          onKeep={plain}
          onSave={(next) => {
            plain();
            onRename(next);
          }}
        />
      </Row>
    );
  }
  if (mode === "sure") {
    return (
      <Row set={set}>
        <span role="alert">
          {t(inUse ? "ownImages.sets.sureInUse" : "ownImages.sets.sure", { name })}
        </span>
        <div className={styles["row"]}>
          <Button ref={takeFocus} data-testid="own-confirm" onClick={() => void onRemove()}>
            {t("ownImages.sets.confirm")}
          </Button>
          <Button look="quiet" onClick={plain}>
            {t("ownImages.sets.keep")}
          </Button>
        </div>
      </Row>
    );
  }
  return (
    <Row set={set}>
      <strong>{name}</strong>
      <span className={styles["fine"]}>
        {t("ownImages.sets.about", {
          train: format(counts.train),
          test: format(counts.test),
          size: shape[0],
          colour: t(shape[2] === 1 ? "ownImages.sets.grey" : "ownImages.sets.coloured"),
          megabytes: format(bytes / 1e6, 1),
        })}
      </span>
      <div className={`${styles["row"]} ${styles["flush"]}`}>
        <Button
          look="quiet"
          aria-label={t("ownImages.sets.rename", { name })}
          onClick={() => {
            setMode("rename");
          }}
        >
          {t("ownImages.sets.renameAction")}
        </Button>
        <Button
          look="quiet"
          aria-label={t("ownImages.sets.remove", { name })}
          data-testid="own-remove"
          onClick={() => {
            setMode("sure");
          }}
        >
          {t("ownImages.sets.removeAction")}
        </Button>
      </div>
    </Row>
  );
}

function Row({ set, children }: { readonly set: DatasetEntry; readonly children: ReactNode }) {
  return (
    <li className={styles["set"]} data-testid="own-set">
      <img className={styles["sprite"]} src={set.sprite.image} alt="" />
      {children}
    </li>
  );
}

interface RenameFormProps {
  readonly name: string;
  readonly onSave: (name: string) => void;
  readonly onKeep: () => void;
}

function RenameForm({ name, onSave, onKeep }: RenameFormProps) {
  const t = useText();
  const [typed, setTyped] = useState(name);
  return (
    <form
      className={styles["row"]}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(typed.trim() === "" ? name : typed.trim());
      }}
    >
      <label className={styles["name"]}>
        <span className="visuallyHidden">{t("ownImages.options.name")}</span>
        <input
          ref={takeFocus}
          value={typed}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      </label>
      <Button type="submit">{t("ownImages.sets.save")}</Button>
      <Button look="quiet" onClick={onKeep}>
        {t("ownImages.sets.keepName")}
      </Button>
    </form>
  );
}
