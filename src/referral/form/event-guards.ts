const typingEvents = ['beforeinput', 'input', 'keydown', 'keypress', 'keyup'] as const;

/** Keeps what a person types from the page around the form: neither its shortcuts nor its listeners receive the events. */
export function keepTypingInside(root: Node): void {
  for (const type of typingEvents)
    root.addEventListener(type, (event) => {
      // Escape passes, for the dialog around the form.
      if (!(event instanceof KeyboardEvent && event.key === 'Escape')) event.stopPropagation();
    });
}

/**
 * Ignores the second click of a double click when the first has led to another page: it would fall on whatever that
 * page shows at the same place, and answer it.
 * @param currentPage returns the page that is shown, which is another object for every page
 */
export function ignoreDoubleClicks(root: Node, currentPage: () => unknown): void {
  let clickedPage: unknown;
  const filter = (event: Event): void => {
    const page = currentPage();
    if (!(event instanceof MouseEvent) || event.detail < 2) clickedPage = page;
    else if (clickedPage !== page) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  root.addEventListener('click', filter, { capture: true });
}
