/** A bound on one conversation: time is given for what came, never for the mere fact that something comes. */

export interface Bound {
  /** As if it began now; what was earned before counts no more. */
  readonly restart: () => void;
  readonly stop: () => void;
}

/** Calls `end` when `grace` and all the milliseconds that were `earned` since have passed. */
export function startBound(grace: number, earned: () => number, end: () => void): Bound {
  let given = earned();
  const look = () => {
    const more = earned() - given;
    if (more < 1) return end();
    given += more;
    isFirst = false;
    timer = setTimeout(look, more);
  };
  let isFirst = true;
  let timer = setTimeout(look, grace);
  return {
    restart: () => {
      given = earned();
      if (isFirst) return void timer.refresh();
      clearTimeout(timer);
      isFirst = true;
      timer = setTimeout(look, grace);
    },
    stop: () => clearTimeout(timer),
  };
}
