/** Prints a text alone, without the partner's page around it. */
export function printText(title: string, text: string): void {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.hidden = true;
  document.body.append(frame);
  const inside = frame.contentDocument;
  if (!inside) return;
  inside.title = title;
  for (const line of text.split('\n\n')) inside.body.append(paragraph(inside, line));
  // Safari prints in its own time; the frame must outlive the dialog.
  frame.contentWindow?.addEventListener('afterprint', () => {
    frame.remove();
  });
  frame.contentWindow?.print();
}

const paragraph = (inside: Document, line: string): HTMLElement => {
  const element = inside.createElement('p');
  element.textContent = line;
  return element;
};

/** Gives a text to keep as a file; it goes from memory to the disk of the person who asked for it. */
export function saveText(file: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
