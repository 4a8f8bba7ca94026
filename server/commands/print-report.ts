import type { Refused } from '../../src/client/open-referral/record.js';
import type { ImportReport } from '../directory/import-feed.js';
import { harmless } from './print-referral.js';

/** What an import has done, and with what. */
export interface PrintedReport extends Omit<ImportReport, 'unmapped'> {
  readonly from: readonly string[];
  readonly feed: string;
  readonly unmapped: Readonly<Record<string, number>>;
}

const mostLines = 50;

/** The report of an import, for a terminal. */
export function printReport(report: PrintedReport): string {
  const { from, feed, refused, incomplete } = report;
  const counts = [
    `${report.read} read`,
    `${report.new} new`,
    `${report.changed} changed`,
    `${report.same} unchanged`,
    `${report.gone} gone`,
    `${refused.length} refused`,
    ...(incomplete.length > 0 ? [`${incomplete.length} incomplete`] : []),
  ];
  const often = Object.entries(report.unmapped).sort(([, some], [, other]) => other - some);
  const lines = [
    `${from.join(', ')} (feed ${feed}): ${counts.join(', ')}`,
    ...shortened(refused.map((one) => `  refused: ${told(one)}`)),
    ...shortened(incomplete.map((one) => `  incomplete: ${told(one)}`)),
    ...(often.length > 0 ? ['Subjects that are none of the service’s categories:'] : []),
    ...shortened(often.map(([term, count]) => `  ${term}: ${count}`)),
  ];
  return lines.map(harmless).join('\n');
}

const told = ({ id, field, reason }: Refused): string =>
  `${id === '' ? '(no id)' : id}: ${field} ${reason}`;

const shortened = (lines: readonly string[]): readonly string[] => [
  ...lines.slice(0, mostLines),
  ...(lines.length > mostLines ? [`  … and ${lines.length - mostLines} more`] : []),
];
