/** The QR code over the whole screen, to be scanned from the last row. Escape or a click ends it. */
import { useRef } from "react";
import { QrCode } from "./QrCode.tsx";
import { useText } from "#/i18n/useText.ts";
import { Button } from "#/ui/Button.tsx";
import styles from "./QrCode.module.css";

export function QrFullScreen({ text }: { readonly text: string }) {
  const t = useText();
  const screen = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button
        onClick={() => {
          screen.current?.showModal();
        }}
      >
        {t("bar.share.fullScreen")}
      </Button>
      <dialog ref={screen} className={styles["screen"]} aria-label={t("bar.share.qr")}>
        <button
          type="button"
          className={styles["fill"]}
          title={t("common.close")}
          onClick={() => {
            screen.current?.close();
          }}
        >
          <QrCode text={text} label={t("bar.share.qr")} />
        </button>
      </dialog>
    </>
  );
}
