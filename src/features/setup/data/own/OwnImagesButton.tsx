/** The way to one's own images. The dialog is a chunk of its own, and stays once it is there: an import goes on while it is closed. */
import { lazy, Suspense, useState } from "react";
import { useText } from "#/i18n/useText.ts";
import { Button } from "#/ui/Button.tsx";

const loadDialog = () => import("#/features/setup/data/own/OwnImagesDialog.tsx");
const OwnImagesDialog = lazy(async () => ({ default: (await loadDialog()).OwnImagesDialog }));

export function OwnImagesButton() {
  const t = useText();
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const preload = (): void => {
    void loadDialog();
  };
  return (
    <>
      <Button
        aria-haspopup="dialog"
        data-testid="own-images"
        onPointerEnter={preload}
        onFocus={preload}
        onClick={() => {
          setAsked(true);
          setOpen(true);
        }}
      >
        {t("ownImages.button")}
      </Button>
      {asked && (
        <Suspense>
          <OwnImagesDialog
            open={open}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
