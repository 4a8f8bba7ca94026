import type { FormView } from './form-view.js';

/** What of a referral that was sent is worth keeping. */
export interface ReceiptView {
  readonly view: FormView;
  readonly reference: string;
  /** The day of first contact, as it is said. */
  readonly date: string;
  readonly canBeReached: boolean;
}

/** Prints the receipt alone, without the partner's page around it. */
export function printReceipt(kept: ReceiptView): void {
  printText(kept.view.messages('sent.title'), receiptText(kept));
}

/** Gives the receipt to keep as a file; it goes from memory to the disk of the person who asked for it. */
export function saveReceipt(kept: ReceiptView): void {
  const { view, reference } = kept;
  saveText(`${view.messages('sent.file')}-${reference}.txt`, receiptText(kept));
}

function printText(title: string, text: string): void {
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

function saveText(file: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

function receiptText({ view, reference, date, canBeReached }: ReceiptView): string {
  const { messages, statusPage } = view;
  const { name, phone, hours } = view.context.profile.service;
  const values = { date, hours, phone: phone.label };
  return [
    messages('sent.title'),
    name,
    `${messages('sent.reference')}: ${reference}`,
    messages(canBeReached ? 'sent.next.text' : 'sent.next.unreachable', values),
    messages('sent.call', values),
    ...(statusPage ? [messages('sent.status.text', { address: statusPage })] : []),
  ].join('\n\n');
}
