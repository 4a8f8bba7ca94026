import type { RejectedRecord } from '../../src/directory/open-referral/record.js';
import type { ImportReport } from '../directory/feeds/import-feed.js';
import { safeForTerminal } from './print-referral.js';

/** The result of importing one feed. */
export interface PrintedReport extends Omit<ImportReport, 'unmapped'> {
  readonly from: readonly string[];
  readonly feed: string;
  readonly unmapped: Readonly<Record<string, number>>;
}

const maxLines = 50;

/** Formats the report of an import for a terminal. */
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
  const mostFrequent = Object.entries(report.unmapped).sort(([, some], [, other]) => other - some);
  const lines = [
    `${from.join(', ')} (feed ${feed}): ${counts.join(', ')}`,
    ...firstLines(refused.map((one) => `  refused: ${describeRecord(one)}`)),
    ...firstLines(incomplete.map((one) => `  incomplete: ${describeRecord(one)}`)),
    ...(mostFrequent.length > 0 ? ['Subjects that match none of the service’s categories:'] : []),
    ...firstLines(mostFrequent.map(([term, count]) => `  ${term}: ${count}`)),
  ];
  return lines.map(safeForTerminal).join('\n');
}

const describeRecord = ({ id, field, reason }: RejectedRecord): string =>
  `${id === '' ? '(no id)' : id}: ${field} ${reason}`;

const firstLines = (lines: readonly string[]): readonly string[] => [
  ...lines.slice(0, maxLines),
  ...(lines.length > maxLines ? [`  … and ${lines.length - maxLines} more`] : []),
];
