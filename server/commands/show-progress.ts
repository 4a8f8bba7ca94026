import cliProgress from 'cli-progress';

/** Shows the progress of an import. */
export interface Progress {
  /** Returns a function to call with the number of records read from a file or address, and with the total if known. */
  forSource(from: string): (read: number, all: number | undefined) => void;
  end(): void;
}

const recordsPerLine = 500;

/** Shows progress as a bar on a terminal, otherwise as a line for every 500 records. */
export function showProgress(): Progress {
  return process.stderr.isTTY ? progressBar() : progressLines();
}

function progressBar(): Progress {
  const bar = new cliProgress.SingleBar({
    format: '{bar} {value} of {total} records read, {duration_formatted}',
    hideCursor: true,
    emptyOnZero: true,
  });
  bar.start(0, 0);
  return {
    forSource: () => (read, all) => {
      // Some feeds report a total that is too low.
      bar.setTotal(Math.max(read, all ?? 0));
      bar.update(read);
    },
    end: () => {
      bar.stop();
    },
  };
}

function progressLines(): Progress {
  return {
    forSource: (from) => {
      let lastPrinted = 0;
      return (read) => {
        if (read - lastPrinted < recordsPerLine) return;
        lastPrinted = read;
        console.log(`${from}: ${read} records read`);
      };
    },
    end: () => undefined,
  };
}
