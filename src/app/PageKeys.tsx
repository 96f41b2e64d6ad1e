/** The page's keys for what stands deeper in the page and knows what they are to do. Shows nothing. */
import { useEffect, useEffectEvent, type ReactElement } from "react";
import { listenForShortcuts } from "./shortcuts.ts";
import { useAppParts } from "#/state/context.tsx";

interface PageKeysProps {
  readonly toggle: () => void;
  readonly step: () => void;
}

export function pageKeys(acts: PageKeysProps): ReactElement {
  return <PageKeys {...acts} />;
}

function PageKeys(acts: PageKeysProps): null {
  const { store } = useAppParts();
  const toggle = useEffectEvent(acts.toggle);
  const step = useEffectEvent(acts.step);
  useEffect(() => {
    const controller = new AbortController();
    const target = {
      settings: null,
      single: () => store.getState().shortcuts,
      toggle: () => {
        toggle();
      },
      step: () => {
        step();
      },
      showKeys: null,
    };
    listenForShortcuts(target, controller.signal);
    return () => {
      controller.abort();
    };
  }, [store]);
  return null;
}
