/** A wrong entry of the settings file. */
export interface SettingIssue {
  /** Such as `services[0].partners[1].origins[0]`; empty for the file as a whole. */
  readonly path: string;
  readonly reason: string;
}

/** An issue where something is wrong, and otherwise none. */
export const issueIf = (isWrong: boolean, path: string, reason: string): readonly SettingIssue[] =>
  isWrong ? [{ path, reason }] : [];

/** Issues with part of the settings, as issues with the whole. */
export const below = (part: string, issues: readonly SettingIssue[]): readonly SettingIssue[] =>
  issues.map(({ path, reason }) => ({ path: `${part}.${path}`, reason }));
