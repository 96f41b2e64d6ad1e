/**
 * The plane's notes on itself, in its upper right corner: one line, so that they cover little; the
 * others open below it.
 */
import { useState } from "react";
import type { PlaneGeometry } from "#/features/latent/geometry.ts";
import styles from "#/features/latent/PlaneNotes.module.css";
import { usePlaneNotes } from "#/features/latent/usePlaneNotes.ts";
import { useText } from "#/i18n/useText.ts";
import { useAppParts } from "#/state/context.tsx";

export function PlaneNotes({ geometry }: { readonly geometry: PlaneGeometry }) {
  const t = useText();
  const { store } = useAppParts();
  const [open, setOpen] = useState(false);
  const [first, ...others] = usePlaneNotes(geometry);
  if (first === undefined) return null;
  const count = others.length;
  return (
    <div className={styles["notes"]} data-testid="plane-notes">
      <p data-own className={styles["note"]}>
        <span>{first.text}</span>
        {first.id === "scrubbed" && (
          <>
            {" · "}
            <button
              type="button"
              onClick={() => {
                store.getState().scrubTo(null);
              }}
            >
              {t("tabs.notes.backToLive")}
            </button>
          </>
        )}
        {count > 0 && (
          <>
            {" · "}
            <button
              type="button"
              aria-expanded={open}
              onClick={() => {
                setOpen(!open);
              }}
            >
              {open ? t("tabs.notes.fewer") : t("tabs.notes.more", { count })}
            </button>
          </>
        )}
      </p>
      {open &&
        others.map(({ id, text }) => (
          <p key={id} className={styles["note"]}>
            {text}
          </p>
        ))}
    </div>
  );
}
