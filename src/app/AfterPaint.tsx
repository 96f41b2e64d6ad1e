/** What the page does not need to show itself: its words for screen readers, and the whole of starting fresh. */
import { useEffect } from "react";
import { LiveRegion } from "#/features/training/LiveRegion.tsx";
import { useAppParts } from "#/state/context.tsx";

export function AfterPaint() {
  const { store } = useAppParts();
  // A page that starts fresh forgets what its reader guessed, too; the overviews offer it back.
  useEffect(() => {
    const { startFresh } = store.getState();
    store.setState({
      startFresh: async () => {
        await startFresh();
        // The benches and lessons it is about need not have been opened.
        const { bookOf } = await import("./LearntScope.tsx");
        bookOf(store).forgetAll();
      },
    });
    return () => {
      store.setState({ startFresh });
    };
  }, [store]);
  return <LiveRegion />;
}
