import type { FormView } from './form-view.js';

/** What a receipt is created from. */
export interface ReceiptView {
  readonly view: FormView;
  readonly reference: string;
  /** The date of the first contact, formatted. */
  readonly date: string;
  readonly canBeReached: boolean;
}

/** Prints the receipt without the partner's page around it. */
export function printReceipt(receipt: ReceiptView): void {
  printText(receipt.view.messages('sent.title'), receiptText(receipt));
}

/** Downloads the receipt as a text file, which is created in the browser. */
export function saveReceipt(receipt: ReceiptView): void {
  const { view, reference } = receipt;
  saveText(`${view.messages('sent.file')}-${reference}.txt`, receiptText(receipt));
}

function printText(title: string, text: string): void {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.hidden = true;
  document.body.append(frame);
  const page = frame.contentDocument;
  if (!page) return;
  page.title = title;
  for (const line of text.split('\n\n')) page.body.append(paragraph(page, line));
  // Safari prints asynchronously, so the frame stays until printing is over.
  frame.contentWindow?.addEventListener('afterprint', () => {
    frame.remove();
  });
  frame.contentWindow?.print();
}

const paragraph = (page: Document, line: string): HTMLElement => {
  const element = page.createElement('p');
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
