import type { FormView } from './form-view.js';

/** What a receipt is created from. */
interface ReceiptView {
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
  for (const line of text.split('\n\n'))
    page.body.append(Object.assign(page.createElement('p'), { textContent: line }));
  // Safari prints asynchronously, so the frame stays until printing is over.
  frame.contentWindow?.addEventListener('afterprint', () => {
    frame.remove();
  });
  frame.contentWindow?.print();
}

function saveText(download: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href, download }).click();
  setTimeout(() => {
    URL.revokeObjectURL(href);
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
