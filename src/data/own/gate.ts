/** Lets work in while its weights fit together; in the order in which it came. */
export interface Gate {
  /** Resolves with the way out. What is heavier than all that fits goes in alone. */
  enter(weight: number): Promise<() => void>;
}

export function createGate(capacity: number): Gate {
  let inside = 0;
  const waiting: { weight: number; admit: () => void }[] = [];

  function admitNext(): void {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (inside > 0 && inside + next.weight > capacity) return;
      waiting.shift();
      inside += next.weight;
      next.admit();
    }
  }

  return {
    enter(weight) {
      return new Promise((resolve) => {
        const admit = () => {
          resolve(() => {
            inside -= weight;
            admitNext();
          });
        };
        waiting.push({ weight, admit });
        admitNext();
      });
    },
  };
}
