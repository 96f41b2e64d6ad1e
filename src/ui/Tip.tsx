/**
 * A term of the field that explains itself: dotted underline; hover, click or focus shows a sentence
 * and the term in the other language.
 */
import { lazy, Suspense, useId, useRef, useState, type ReactNode } from "react";
import type { TextKey } from "#/i18n/keys.ts";
import { otherLanguage } from "#/i18n/language.ts";
import { useLanguage, useOtherLanguage } from "#/i18n/useText.ts";
import styles from "./floating.module.css";

const loadBody = () => import("#/ui/PopoverBody.tsx");
const PopoverBody = lazy(async () => ({ default: (await loadBody()).PopoverBody }));

export interface TipProps {
  /** The term's key, shown in the other language; omit it for a plain explanation. */
  readonly term?: TextKey;
  /** One plain sentence; omit it to show the other language alone. */
  readonly text?: ReactNode;
  readonly children: ReactNode;
}

export function Tip({ term, text, children }: TipProps) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const other = useOtherLanguage(open ? (term ?? null) : null);
  const language = otherLanguage(useLanguage());
  const show = (): void => {
    setOpen(true);
  };
  const hide = (): void => {
    setOpen(false);
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={styles["term"]}
        {...(open ? { "aria-describedby": id } : {})}
        onPointerEnter={(event) => {
          if (event.pointerType === "mouse") show();
        }}
        onPointerLeave={hide}
        onFocus={show}
        onBlur={hide}
        onClick={show}
      >
        {children}
      </button>
      {open && (
        <Suspense>
          <PopoverBody tip={id} anchor={anchor} align="start" onClose={hide}>
            <span className={styles["tip"]}>
              {text !== undefined && <span>{text}</span>}
              {other !== null && (
                <span lang={language} className={styles["tipTerm"]}>
                  {other}
                </span>
              )}
            </span>
          </PopoverBody>
        </Suspense>
      )}
    </>
  );
}
