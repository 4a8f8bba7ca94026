import cliProgress from 'cli-progress';

/** Tells somebody who waits how far an import is. */
export interface Progress {
  /** Hears how many records of a feed have been read, and how many there are, as far as anybody knows. */
  of(from: string): (read: number, all: number | undefined) => void;
  end(): void;
}

const linesEvery = 500;

/** A bar on a terminal, and elsewhere a line now and then. */
export function showProgress(): Progress {
  return process.stderr.isTTY ? onTerminal() : inLines();
}

function onTerminal(): Progress {
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value} of {total} records read, {duration_formatted}',
    hideCursor: true,
    emptyOnZero: true,
  });
  bar.start(0, 0);
  return {
    of: () => (read, all) => {
      // Feeds count wrongly: it is never more than all.
      bar.setTotal(Math.max(read, all ?? 0));
      bar.update(read);
    },
    end: () => {
      bar.stop();
    },
  };
}

function inLines(): Progress {
  return {
    of: (from) => {
      let told = 0;
      return (read) => {
        if (read - told < linesEvery) return;
        told = read;
        console.log(`${from}: ${read} records read`);
      };
    },
    end: () => undefined,
  };
}
